/** A run of a workflow that ended without success. */
export type FailedRun = {
  readonly id: number;
  /** The workflow's name. Untrusted. */
  readonly workflow: string;
  readonly attempt: number;
  readonly url: string;
};

/** A job that failed, timed out or could not start. */
export type FailedJob = { readonly id: number; readonly name: string; readonly url: string };

/** What diagnosing CI may ask of one repository on GitHub: reads only; the implementation holds the token. */
export type CiClient = {
  /** Newest run of each workflow on a commit, if it failed. */
  failedRuns(headSha: string): Promise<readonly FailedRun[]>;
  /** Failed jobs of the newest attempt of a run, every page. */
  failedJobs(runId: number): Promise<readonly FailedJob[]>;
  /** Streams a job's log; undefined when GitHub has none (any more). */
  readJobLog<T>(jobId: number, read: (log: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T | undefined>;
  /** Numbers of the open pull requests whose head is the commit. */
  pullRequestsOf(headSha: string): Promise<readonly number[]>;
};
