/** A run of a workflow, as far as deployments look at it. */
export type WorkflowRun = {
  readonly id: number;
  readonly url: string;
  /** `queued`, `in_progress`, `waiting` (for an environment's approval), `completed` and others. */
  readonly status: string;
  /** Undefined until it is completed. */
  readonly conclusion: string | undefined;
  /** What `run-name:` came to. Untrusted. */
  readonly displayTitle: string;
  readonly headSha: string;
  /** Login of whoever started it; the App's own bot for what we dispatched. */
  readonly actor: string;
};

export type WorkflowStep = {
  readonly name: string;
  readonly conclusion: string | undefined;
  /** ISO 8601. */
  readonly startedAt: string | undefined;
  readonly completedAt: string | undefined;
};

export type WorkflowJob = {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly conclusion: string | undefined;
  readonly steps: readonly WorkflowStep[];
};

/** What dispatching came to; GitHub's message is shown, so it is untrusted text like any other. */
export type Dispatch =
  /** The run is undefined on servers that do not say which one it is (GitHub Enterprise Server). */
  | { readonly kind: 'dispatched'; readonly run: { readonly id: number; readonly url: string } | undefined }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string };

/** A status that somebody gave a deployment. Texts are untrusted. */
export type DeploymentStatus = {
  /** `queued`, `pending`, `in_progress`, `success`, `failure`, `error`, `inactive`. */
  readonly state: string;
  readonly description: string;
  readonly logUrl: string | undefined;
  readonly environmentUrl: string | undefined;
  /** Login of who gave it. */
  readonly creator: string;
};

/** What deployment runners may ask of one repository; the implementation holds the token. */
export type RunnerClient = {
  /** A file's text at a branch, tag or commit; undefined when there is none. At most 1 MB. */
  readFile(path: string, ref: string): Promise<string | undefined>;
  /** Sent once and never repeated by itself: a second dispatch is a second run. */
  dispatchWorkflow(options: {
    readonly file: string;
    readonly ref: string;
    readonly inputs: Readonly<Record<string, string>>;
  }): Promise<Dispatch>;
  /** Those of the workflow's newest 100 dispatched runs that were made since a moment (ISO 8601), newest first. */
  dispatchedRuns(options: { readonly file: string; readonly since: string }): Promise<readonly WorkflowRun[]>;
  /** Undefined when it was deleted. */
  workflowRun(id: number): Promise<WorkflowRun | undefined>;
  /** Jobs of the newest attempt, every page. */
  jobsOf(runId: number): Promise<readonly WorkflowJob[]>;
  /** The log's last `maxBytes`, whole lines; undefined when GitHub has none (any more). */
  jobLog(jobId: number, maxBytes: number): Promise<string | undefined>;
  cancelRun(id: number): Promise<'requested' | 'already-finished'>;
  /** The newest 100 statuses of a deployment, newest first; undefined when it was deleted. */
  deploymentStatuses(deploymentId: number): Promise<readonly DeploymentStatus[] | undefined>;
};
