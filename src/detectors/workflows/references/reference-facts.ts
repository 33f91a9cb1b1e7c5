import type { Severity } from '../../../contracts/severity.ts';

/** What GitHub knows about a repository that a workflow uses; a client collects it. */
export type RepositoryFacts = {
  /** Commit hashes by branch. */
  readonly branches: ReadonlyMap<string, string>;
  /** Commit hashes by tag, annotated tags resolved to their commits. */
  readonly tags: ReadonlyMap<string, string>;
  /**
   * Commits asked about, and whether a branch or tag of the repository itself reaches them (GitHub's compare API;
   * a commit of a fork answers to the same address).
   */
  readonly reachable: ReadonlyMap<string, boolean>;
  /** Published advisories of the `actions` ecosystem for this repository. */
  readonly advisories: readonly Advisory[];
};

export type Advisory = {
  /** For example `GHSA-mrrh-fwg8-r2c3`. */
  readonly id: string;
  /** As the API writes it: `< 46.0.1`, `>= 1, < 2`. */
  readonly range: string;
  readonly severity: Severity;
};

/** Facts by `owner/name` in lower case; `unavailable` when they could not be had. */
export type FactsByRepository = ReadonlyMap<string, RepositoryFacts | 'unavailable'>;
