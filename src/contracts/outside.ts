import type { FileToAnalyse } from './analysis.ts';
import type { Config } from './config.ts';
import type { RuleMetadata } from './detector.ts';
import type { Finding, NotAnalysed } from './finding.ts';
import type { Severity } from './severity.ts';

/** A rule whose facts come from a service: it runs where a client is given, and never in a worker thread. */
export type OutsideRule = { readonly meta: RuleMetadata };

/** What a check that asks services is given: the change, and the two commits it lies between. */
export type OutsideInput = {
  readonly files: readonly FileToAnalyse[];
  /** Undefined for a tree that is no change. */
  readonly baseSha: string | undefined;
  readonly headSha: string;
  readonly config: Config;
  readonly disabledRules: readonly string[];
  readonly signal: AbortSignal;
};

/** What it came to. A service that did not answer is a gap, never a clean result. */
export type OutsideResult = {
  readonly findings: readonly Finding[];
  /** Left out because of a comment on the base. */
  readonly ignored: readonly Finding[];
  readonly notAnalysed: readonly NotAnalysed[];
  /** Sentences about what can never be known here (a private action), which make nothing incomplete. */
  readonly warnings: readonly string[];
};

/** Asks one kind of service about a change; never throws for what a service does. */
export type OutsideCheck = (input: OutsideInput) => Promise<OutsideResult>;

/** A published advisory about a package or action. */
export type Advisory = {
  /** For example `GHSA-mrrh-fwg8-r2c3`, or `MAL-2024-1` for malware. */
  readonly id: string;
  /** As GitHub's API writes it: `< 46.0.1`, `>= 1, < 2`. */
  readonly range: string;
  readonly severity: Severity;
};

/** What GitHub knows about a repository that a workflow uses. */
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

/** What is known to be wrong with one version of a package. */
export type PackageVulnerability = {
  readonly id: string;
  readonly severity: Severity;
  /** The lowest version known to be free of it, where the service tells. */
  readonly fixedIn: string | undefined;
};

/** A package version as services name it. */
export type PackageVersion = {
  /** As in package URLs: `npm`, `pypi`, `golang`, `maven`, `cargo`, `gem`. */
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
};

/** What a change brings in, by GitHub's dependency review. */
export type ReviewedDependency = PackageVersion & {
  /** Path of the manifest or lock file. */
  readonly manifest: string;
  /** SPDX expression; undefined when GitHub does not know it. */
  readonly licence: string | undefined;
  readonly vulnerabilities: readonly PackageVulnerability[];
};
