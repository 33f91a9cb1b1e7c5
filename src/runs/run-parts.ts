import type { AwsToolAccess } from '../clients/aws/tool-access.ts';
import type { RepositoryClient } from '../clients/github/repository-client.ts';
import type { QueryOsv } from '../clients/osv.ts';
import type { PolicyLoader } from '../config/load-policy.ts';
import type { Analyser } from '../contracts/analysis.ts';
import type { AwsConfig } from '../contracts/aws.ts';
import type { RepositoryName } from '../contracts/context.ts';
import type { ReviewResult } from '../contracts/result.ts';
import type { Reviewer } from '../contracts/reviewer.ts';
import type { RepositoryRef, RunRequest } from '../contracts/run.ts';
import type { Store } from '../contracts/store.ts';
import type { Logger } from '../logger.ts';
import type { AgentRunParts } from './agents/agent-run-parts.ts';
import type { CiParts } from './ci/ci-parts.ts';
import type { CodeParts } from './code-review/code-parts.ts';
import type { DeployParts } from './deploy/deploy-parts.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { OwnRulesLoader } from './review/own-rules.ts';
import type { SarifUploader } from './review/sarif-uploader.ts';
import type { IssueParts } from './triage/issue-parts.ts';

/** What runs are given; composed once in `runtime.ts`. */
export type RunParts = {
  readonly store: Store;
  readonly analyser: Analyser;
  /** A client with a short-lived token narrowed to the one repository; `on` says what it comments on. */
  readonly clientFor: (
    installationId: number,
    repository: RepositoryRef,
    on?: 'issue' | 'pull-request',
  ) => Promise<RepositoryClient>;
  /** Reads a repository's own rules; those that cannot be used come back as problems. */
  readonly loadOwnRules: OwnRulesLoader;
  /** Asks OSV about packages where the repository has no dependency review. */
  readonly queryOsv: QueryOsv;
  /** The organisation's policy merged with the repository's file; a broken file is left out with a warning. */
  readonly loadPolicy: PolicyLoader;
  /** Undefined when no model is configured. */
  readonly reviewer: Reviewer | undefined;
  readonly ruleIds: readonly string[];
  /** `https://github.com` or the GitHub Enterprise Server's address, for links. */
  readonly serverUrl: string;
  readonly renderSarif: (result: ReviewResult) => string;
  /** Uploads for code scanning, unless the repository is known not to have it. */
  readonly uploadSarif: SarifUploader;
  /** Stores further runs durably; one that is known already stays as it is. */
  readonly enqueue: (requests: readonly RunRequest[]) => Promise<void>;
  /** Lets waiting runs look again now. */
  readonly wake: (runIds: readonly string[]) => Promise<void>;
  /** Asks a run to stop; false when it is unknown or ended. */
  readonly cancel: (runId: string) => Promise<boolean>;
  readonly deploy: DeployParts;
  readonly agents: AgentRunParts;
  readonly ci: CiParts;
  readonly issues: IssueParts;
  readonly code: CodeParts;
  /** The AWS account that a repository's configuration names, through its roles alone. */
  readonly awsFor: (config: AwsConfig, repository: RepositoryName) => AwsToolAccess;
  /** Two reviews of a pull request at once must not both find that there is no comment yet. */
  readonly oneAtATime: OneAtATime;
  readonly now: () => Date;
  readonly logger: Logger;
};

/** `owner/name` in lower case, the key under which things are stored. */
export function repositoryKey(repository: RepositoryRef): string {
  return `${repository.owner}/${repository.name}`.toLowerCase();
}

/** Where the repository's pages are, for links in comments. */
export function linksOf(
  repository: RepositoryRef,
  parts: Pick<RunParts, 'serverUrl'>,
): { readonly serverUrl: string; readonly owner: string; readonly name: string } {
  return { serverUrl: parts.serverUrl, owner: repository.owner, name: repository.name };
}
