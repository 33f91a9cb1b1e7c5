import type { Embed } from '../../clients/embeddings.ts';
import type { IssueClient } from '../../clients/github/issue-client.ts';
import type { Config } from '../../contracts/config.ts';
import type { RepositoryRef } from '../../contracts/run.ts';

/** What runs about issues are given beside what every run is. */
export type IssueParts = {
  readonly clientFor: (installationId: number, repository: RepositoryRef) => Promise<IssueClient>;
  /** One that also sees pull requests and may run failed jobs again, for the dashboard. */
  readonly dashboardClientFor: (installationId: number, repository: RepositoryRef) => Promise<IssueClient>;
  /** Takes credentials out of a text; a text without any comes back as it is. */
  readonly redact: (text: string) => string;
  /** Undefined where the configuration names no model for it, or there is no key for that. */
  readonly embedder: (config: Config) => Promise<Embed | undefined>;
};
