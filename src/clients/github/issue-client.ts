import type { IssueFacts, RepositoryLabel } from '../../contracts/triage.ts';
import type { OwnComment } from './repository-client.ts';

/** An issue with what decides about it, read together at one moment. */
export type IssueSnapshot = {
  /** Undefined: there is no such issue; a pull request is none. */
  readonly issue: IssueDetails | undefined;
  /** Text of `.github/devops.yml` at the default branch's head; undefined when there is none. */
  readonly policyText: string | undefined;
  /** At most the first 300. */
  readonly labels: readonly RepositoryLabel[];
  /** Text of the CODEOWNERS file that GitHub uses. */
  readonly codeOwners: string | undefined;
  /** Files of `.github/ISSUE_TEMPLATE`. */
  readonly templates: readonly { readonly name: string; readonly text: string }[];
  /** Page of the repository's or its owner's security policy. */
  readonly securityPolicyUrl: string | undefined;
};

export type IssueDetails = IssueFacts & {
  readonly open: boolean;
  readonly authorIsBot: boolean;
  /** Ours among the newest 100. */
  readonly ownComments: readonly OwnComment[];
};

/** An issue in a list; title and body are untrusted. */
export type ListedIssue = {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
  /** ISO 8601. */
  readonly updatedAt: string;
};

/** An open issue that may be stale. */
export type QuietIssue = {
  readonly number: number;
  readonly labels: readonly string[];
  readonly assigned: boolean;
  /** ISO 8601. */
  readonly updatedAt: string;
  readonly ownComments: readonly OwnComment[];
};

/** A pull request as the dashboard names it; the title is untrusted. */
export type OpenPullRequest = { readonly number: number; readonly title: string };

/** The dashboard issue, if it is ours. */
export type DashboardIssue = {
  readonly number: number;
  readonly open: boolean;
  readonly body: string;
};

/** What runs about issues may ask of one repository on GitHub; the implementation holds the token. */
export type IssueClient = {
  /** One request, or one more for each further 100 labels. */
  issueSnapshot(issue: number): Promise<IssueSnapshot>;
  /** Issues (no pull requests) changed since, the newest change first, at most `limit`; 100 a request. */
  recentIssues(options: {
    readonly since: string | undefined;
    readonly limit: number;
  }): Promise<readonly ListedIssue[]>;
  /** Those of the paths that the default branch's head has; one request. */
  existingPaths(paths: readonly string[]): Promise<readonly string[]>;
  /** Open issues, those first that were not touched for longest, at most 100; one request. */
  quietIssues(): Promise<readonly QuietIssue[]>;
  /** Titles of open pull requests, at most 100; one request. */
  openPullRequests(): Promise<readonly OpenPullRequest[]>;
  /** The issue of ours with that number, or the newest of ours whose text begins with the marker. */
  findOwnIssue(options: {
    readonly number: number | undefined;
    readonly marker: string;
  }): Promise<DashboardIssue | undefined>;
  addLabels(issue: number, labels: readonly string[]): Promise<void>;
  /** A label that is not there is fine. */
  removeLabel(issue: number, label: string): Promise<void>;
  /** People who cannot be assigned are passed over by GitHub. */
  addAssignees(issue: number, logins: readonly string[]): Promise<void>;
  closeIssue(issue: number): Promise<void>;
  createIssue(issue: { readonly title: string; readonly body: string }): Promise<{ readonly number: number }>;
  /** Opens it again as well, if it was closed. */
  updateIssue(issue: number, change: { readonly title: string; readonly body: string }): Promise<void>;
  createComment(issue: number, body: string): Promise<{ readonly id: number }>;
  updateComment(commentId: number, body: string): Promise<{ readonly url: string }>;
  /** One that is gone already is fine. */
  deleteComment(commentId: number): Promise<void>;
  /** Runs the failed jobs of a workflow run again; false when GitHub does not let them. */
  rerunFailedJobs(runId: number): Promise<boolean>;
};
