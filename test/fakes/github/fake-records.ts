import type { FakeRepository } from './fake-repository.ts';

export type FakeIssue = {
  readonly number: number;
  title: string;
  body: string;
  readonly author: string;
  state: 'open' | 'closed';
  readonly createdAt: string;
  /** ISO 8601; default: when it was created. */
  updatedAt?: string;
  readonly labels: string[];
  assignees?: string[];
};

/** A package version that dependency review says a change adds. */
export type FakeDependencyChange = {
  readonly manifest: string;
  readonly ecosystem: string;
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly vulnerabilities?: readonly { readonly id: string; readonly severity: string }[];
};

/** An advisory about an action. */
export type FakeAdvisory = {
  readonly id: string;
  /** `owner/name`. */
  readonly name: string;
  readonly range: string;
  readonly severity: string;
};

export type FakePullRequest = FakeIssue & {
  /** The commit on the base branch; undefined until it is merged. */
  mergeSha?: string;
  readonly headRef: string;
  readonly baseRef: string;
  headSha: string;
  draft: boolean;
  /** Where the head branch is: not the pull request's own repository when it comes from a fork. */
  readonly headRepository: FakeRepository;
  readonly fork: boolean;
  /** The repository it came from is gone. */
  readonly forkDeleted: boolean;
};

export type FakeReaction = {
  readonly id: number;
  readonly user: string;
  readonly content: string;
  readonly createdAt: string;
};

export type FakeComment = {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly author: string;
  readonly createdAt: string;
  updatedAt: string;
  readonly reactions: FakeReaction[];
  /** Earlier texts, oldest first, and when each was replaced. */
  readonly edits: { readonly body: string; readonly replacedAt: string }[];
};

export type FakeReview = {
  readonly id: number;
  readonly pullRequest: number;
  readonly author: string;
  readonly body: string;
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING' | 'DISMISSED';
  /** The head that was looked at. */
  readonly commitId: string;
  readonly submittedAt: string;
};

/** A comment on a line of a pull request. */
export type FakeReviewComment = {
  readonly id: number;
  readonly pullRequest: number;
  readonly review: number;
  readonly author: string;
  body: string;
  readonly path: string;
  readonly line: number;
  /** The first of several lines. */
  readonly startLine?: number;
  /** The comment that this one answers. */
  readonly inReplyTo?: number;
  /** Whether the thread that it begins was resolved. */
  resolved?: boolean;
  readonly reactions: { readonly login: string; readonly content: string }[];
  readonly side: 'LEFT' | 'RIGHT';
  readonly commitId: string;
  readonly createdAt: string;
};

/** What a check run was given, in GitHub's words; validated on the way in. */
export type CheckRunFields = {
  readonly name?: string;
  readonly status: string;
  readonly conclusion?: string;
  readonly external_id?: string;
  readonly details_url?: string;
  readonly output?: { readonly title?: string; readonly summary?: string; readonly text?: string };
  readonly actions?: readonly { readonly label: string; readonly identifier: string }[];
};

export type FakeAnnotation = {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
};

export type FakeCheckRun = {
  readonly id: number;
  readonly appId: number;
  readonly headSha: string;
  readonly startedAt: string;
  completedAt: string | undefined;
  fields: CheckRunFields;
  readonly annotations: FakeAnnotation[];
};

export type FakeStatus = {
  readonly id: number;
  readonly sha: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: string;
};

export type FakeDeploymentStatus = {
  readonly id: number;
  readonly state: string;
  readonly description: string;
  readonly environment: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly creator: string;
  readonly createdAt: string;
};

export type FakeDeployment = {
  readonly id: number;
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly payload: unknown;
  readonly description: string | null;
  readonly creator: string;
  readonly createdAt: string;
  readonly statuses: FakeDeploymentStatus[];
};

/** How an environment is protected; nothing of it by default. */
export type FakeEnvironmentRules = {
  readonly waitMinutes?: number;
  readonly reviewers?: { readonly users?: readonly string[]; readonly teams?: readonly string[] };
  readonly preventSelfReview?: boolean;
  /** `protected`, or patterns. */
  readonly branches?: 'protected' | readonly string[];
};

export type FakeLabel = { readonly id: number; readonly color: string; readonly description: string | null };

export type FakeRelease = {
  readonly id: number;
  readonly tag: string;
  readonly name: string;
  readonly body: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly author: string;
  readonly createdAt: string;
};

/** A code-scanning alert. */
export type FakeAlert = {
  readonly number: number;
  readonly rule: string;
  readonly severity: 'low' | 'medium' | 'high' | 'critical';
  readonly message: string;
  readonly path: string;
  readonly line: number;
  state: 'open' | 'dismissed' | 'fixed';
};

/** A vulnerable dependency. */
export type FakeDependencyAlert = {
  readonly number: number;
  readonly package: string;
  readonly severity: 'low' | 'medium' | 'high' | 'critical';
  readonly summary: string;
  readonly fixedIn: string;
};

export type FakeSarif = {
  readonly id: string;
  readonly commitSha: string;
  readonly ref: string;
  readonly sarif: unknown;
};

export type FakeJob = {
  readonly id: number;
  readonly name: string;
  /** Null: it still runs, and there is no log yet. */
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | null;
  readonly log: string;
  readonly runner?: string;
  readonly steps?: readonly {
    readonly name: string;
    readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped';
    /** ISO 8601; default: when the run was created. */
    readonly startedAt?: string;
    readonly completedAt?: string;
  }[];
};

export type WorkflowConclusion = 'success' | 'failure' | 'cancelled' | 'timed_out' | 'skipped';

export type FakeWorkflowRun = {
  readonly id: number;
  readonly name: string;
  /** `.github/workflows/ci.yml`. */
  readonly path: string;
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  readonly actor: string;
  readonly createdAt: string;
  readonly displayTitle: string;
  /** What it was dispatched with. */
  readonly inputs: Readonly<Record<string, string>>;
  attempt: number;
  status: 'queued' | 'in_progress' | 'waiting' | 'completed';
  conclusion: WorkflowConclusion | null;
  jobs: readonly FakeJob[];
};
