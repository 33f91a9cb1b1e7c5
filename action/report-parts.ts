import type { RepositoryClient } from '../src/clients/github/repository-client.ts';
import type { Config } from '../src/contracts/config.ts';
import type { ReviewResult } from '../src/contracts/result.ts';
import type { KnownSecret } from '../src/results/secret-guard.ts';
import type { ActionInputs } from './inputs.ts';
import type { Runner } from './runner.ts';
import type { RunnerEnvironment } from './runner-environment.ts';

/** A review and where it is told. */
export type Report = {
  readonly review: { readonly result: ReviewResult; readonly config: Config };
  /** What is about this job rather than the change. */
  readonly notes: readonly string[];
  readonly inputs: ActionInputs;
  readonly environment: RunnerEnvironment;
  readonly runner: Runner;
  readonly client: RepositoryClient;
  readonly secrets: readonly KnownSecret[];
};

/** What a part of the report came to: sentences to show, and those that fail the job. */
export type Told = { readonly notes: readonly string[]; readonly problems: readonly string[] };

export const nothingToTell: Told = { notes: [], problems: [] };
