/** A run of a workflow that ended without success. */
export type FailedRun = {
  readonly id: number;
  /** The workflow's name. Untrusted. */
  readonly workflow: string;
  readonly attempt: number;
  readonly url: string;
};

/** A job that failed, timed out or could not start; or one that still runs and in which a step has failed. */
export type FailedJob = {
  readonly id: number;
  /** Untrusted. */
  readonly name: string;
  readonly url: string;
  /** GitHub gives a job's log once the job has ended. */
  readonly ended: boolean;
  /** Names of the steps that failed, as far as GitHub knows. Untrusted. */
  readonly failedSteps: readonly string[];
  /** Name of the runner it is on; undefined when it got none. */
  readonly runner: string | undefined;
};

/** A check that another system reports. Every text is untrusted. */
export type ExternalCheck = {
  readonly name: string;
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly text: string | undefined;
  /** At most the first 100. */
  readonly annotations: readonly {
    readonly path: string;
    readonly line: number;
    readonly message: string;
    readonly title: string | undefined;
  }[];
};

/** Lets failed jobs run again; the only thing about CI that is ever changed. */
export type RerunClient = {
  /** Starts the failed jobs of a completed run, and those that need them, as its next attempt. */
  rerunFailedJobs(runId: number): Promise<void>;
};

/** A pull request that was merged. */
export type MergedPullRequest = {
  readonly number: number;
  /** Untrusted. */
  readonly title: string;
  readonly author: string;
  /** ISO 8601. */
  readonly mergedAt: string;
  readonly url: string;
};

/** What diagnosing CI may ask of one repository on GitHub: reads only; the implementation holds the token. */
export type CiClient = {
  /** Newest run of each workflow on a commit, if it failed; with `running` also those that have not ended. */
  failedRuns(headSha: string, options?: { readonly running: boolean }): Promise<readonly FailedRun[]>;
  /** Newest run that has ended of the same workflow on a branch, other than those of pull requests. */
  newestRunOn(
    branch: string,
    options: { readonly sameWorkflowAs: number },
  ): Promise<(FailedRun & { readonly headSha: string; readonly failed: boolean }) | undefined>;
  /** Failed jobs of the newest attempt of a run, every page, and how many ended without failing. */
  readJobs(runId: number): Promise<{ readonly failed: readonly FailedJob[]; readonly others: number }>;
  /** Streams a job's log; undefined when GitHub has none (any more). */
  readJobLog<T>(jobId: number, read: (log: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T | undefined>;
  /** A check run of any system. */
  readCheck(id: number): Promise<ExternalCheck>;
  /** Whether any run of the same workflow on the same commit, this one included, has been run again. */
  wasRerun(runId: number): Promise<boolean>;
  /** Pull requests merged since then, among the fifty that were closed or changed last. */
  mergedSince(since: Date): Promise<readonly MergedPullRequest[]>;
  /** Numbers of the open pull requests whose head is the commit. */
  pullRequestsOf(headSha: string): Promise<readonly number[]>;
};
