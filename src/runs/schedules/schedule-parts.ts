import type { RepositoryRef } from '../../contracts/run.ts';

/** A repository and the installation that reaches it. */
export type ScheduleTarget = { readonly repository: RepositoryRef; readonly installationId: number };
