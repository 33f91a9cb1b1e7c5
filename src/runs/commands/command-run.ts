import type { RepositoryClient } from '../../clients/github/repository-client.ts';
import type { RunContext } from '../../contracts/engine.ts';
import type { RoleName } from '../../contracts/role.ts';
import type { RepositoryRef, Task } from '../../contracts/run.ts';
import type { RunParts } from '../run-parts.ts';

/** A command from a comment and where it stands. */
export type CommandRun = Extract<Task, { kind: 'command' }> & {
  readonly repository: RepositoryRef;
  readonly installationId: number;
};

/** What the commands' code is given. */
export type CommandCall = {
  readonly context: RunContext;
  readonly run: CommandRun;
  readonly parts: RunParts;
  readonly client: RepositoryClient;
  /** Of who gave it, by the permission API. */
  readonly role: RoleName;
  /** Answers in the one comment for such answers. */
  readonly reply: (text: string) => Promise<undefined>;
  /** Only a thumbs-down: for people who may not do it. */
  readonly refuse: () => Promise<undefined>;
};
