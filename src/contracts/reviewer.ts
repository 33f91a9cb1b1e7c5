import type { FileToAnalyse } from './analysis.ts';
import type { Config } from './config.ts';
import type { Finding } from './finding.ts';
import type { Usage } from './result.ts';

/** What the security-review agent is given; every text in it is untrusted data. */
export type ReviewerInput = {
  readonly findings: readonly Finding[];
  readonly files: readonly FileToAnalyse[];
  readonly title: string;
  readonly body: string;
  readonly model: Config['model'];
  /** US dollars that this run may still spend. */
  readonly budgetUsd: number;
  readonly signal: AbortSignal;
};

/** What came back, after code verified it. */
export type ReviewerOutput = {
  /** The input's findings in the agent's order, with `advice` where it had any; none is ever left out. */
  readonly findings: readonly Finding[];
  /** Findings the agent added, each with a quote that stands at its place in the change. */
  readonly added: readonly Finding[];
  /** Proposals that could not be verified and were dropped. */
  readonly unverified: number;
  /** Sentences about what was left out of the prompt or went wrong; any makes the result incomplete. */
  readonly gaps: readonly string[];
  readonly usage: Usage;
};

/** Asks a model about a change; never throws for what a model or its provider does. */
export type Reviewer = (input: ReviewerInput) => Promise<ReviewerOutput>;
