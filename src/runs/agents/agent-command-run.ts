import type { RepositoryRef, Task } from '../../contracts/run.ts';

/** Where agents are asked: an issue's or a pull request's conversation. */
export type AgentPlace = {
  readonly repository: RepositoryRef;
  readonly installationId: number;
  /** Number of the issue or pull request. */
  readonly issue: number;
  readonly onPullRequest: boolean;
};

/** A run that somebody's command asked for, in the repository its comment stands in. */
export type AgentCommandRun = Extract<Task, { kind: 'command' }> & AgentPlace;
