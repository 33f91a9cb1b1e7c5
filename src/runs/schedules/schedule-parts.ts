import type { RepositoryRef } from '../../contracts/run.ts';

/** A repository and the installation that reaches it. */
export type ScheduleTarget = { readonly repository: RepositoryRef; readonly installationId: number };

/** What AWS cost, as the dashboard shows it. US dollars. */
type AwsCost = {
  readonly costUsd: number;
  /** UTC days, the last one not included. */
  readonly from: string;
  readonly to: string;
};

/** What schedules can call on beside the runs' other parts. Undefined: this release or server has none. */
export type ScheduleParts = {
  /** What the accounts of the repository's environments cost in the last 30 days; null where that is not known. */
  readonly awsCost: ((target: ScheduleTarget) => Promise<AwsCost | null>) | undefined;
};
