import type { AwsToolAccess } from '../src/clients/aws/tool-access.ts';
import type { RepositoryClient } from '../src/clients/github/repository-client.ts';
import type { PolicyLoader } from '../src/config/load-policy.ts';
import type { AwsConfig } from '../src/contracts/aws.ts';
import type { Config } from '../src/contracts/config.ts';
import type { Severity } from '../src/contracts/severity.ts';
import type { KnownSecret } from '../src/results/secret-guard.ts';
import type { Job } from './run.ts';

/** What a job that looks at an AWS account has beside the job itself. */
export type AwsJob = Job & {
  readonly client: RepositoryClient;
  readonly loadPolicy: PolicyLoader;
  readonly secrets: readonly KnownSecret[];
};

/** From which severity on the step fails. */
export type FailOn = Config['review']['failOn'];

/** The account of the job's credentials. */
export type JobAccount = {
  readonly config: AwsConfig;
  readonly access: AwsToolAccess;
  readonly actor: string;
  readonly runId: string;
  /** Of the environment, else of the configuration. */
  readonly region: string | undefined;
  /** `review.fail-on`, for a job that says nothing else. */
  readonly failOn: FailOn;
};

/** What a look at an account came to, to be told in every way that the job may. */
export type AwsLook = {
  /** One sentence without Markdown and without text of AWS. */
  readonly headline: string;
  /** `passed` only when all was looked at and nothing was found. */
  readonly outcome: 'passed' | 'findings' | 'incomplete';
  /** One severity for each finding. */
  readonly findings: readonly Severity[];
  /** How many parts are not known. */
  readonly unknown: number;
  readonly markdown: string;
  /** Counts, for the output `result`. */
  readonly counts: object;
  readonly notes: readonly string[];
  readonly sarif?: string;
  /** The whole report by the ending of a file. */
  readonly reports: Readonly<Partial<Record<ReportEnding, () => string>>>;
};

/** Endings of `report-file`; of two that fit, the first counts. */
export const reportEndings = ['.ocsf.json', '.json', '.md', '.html'] as const;
export type ReportEnding = (typeof reportEndings)[number];

/** `findings` before `incomplete`: both are told by their counts. */
export function outcomeOf(findings: readonly Severity[], unknown: number): AwsLook['outcome'] {
  if (findings.length > 0) return 'findings';
  return unknown > 0 ? 'incomplete' : 'passed';
}
