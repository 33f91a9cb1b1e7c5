import type { RepositoryRef, Task } from '../../contracts/run.ts';

/** A run that somebody's command asked for, in the repository its comment stands in. */
export type AgentCommandRun = Extract<Task, { kind: 'command' }> & {
  readonly repository: RepositoryRef;
  readonly installationId: number;
};
