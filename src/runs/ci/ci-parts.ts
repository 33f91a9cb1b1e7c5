import type { CiClient, RerunClient } from '../../clients/github/ci-client.ts';
import type { RepositoryRef } from '../../contracts/run.ts';

/** What diagnosing CI is given beside what every run is. */
export type CiParts = {
  /** A client that reads workflow runs and their logs. */
  readonly clientFor: (installationId: number, repository: RepositoryRef) => Promise<CiClient>;
  /** A client that lets failed jobs run again. */
  readonly rerunClientFor: (installationId: number, repository: RepositoryRef) => Promise<RerunClient>;
  /** Takes secrets out of a log's text. */
  readonly redact: (text: string) => string;
};
