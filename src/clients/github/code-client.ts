/** A comment on a line of a pull request, and what became of it. */
export type ReviewThread = {
  readonly comment: {
    readonly id: number;
    readonly body: string;
    readonly path: string;
    readonly line: number | null;
  };
  /** Whether somebody answered it. */
  readonly replies: number;
  readonly resolved: boolean;
  /** Logins of people by what they reacted with; the first 20 of each. */
  readonly thumbsUp: readonly string[];
  readonly thumbsDown: readonly string[];
};

/** A comment to be put on lines of the head. */
export type LineComment = {
  readonly path: string;
  readonly startLine: number;
  readonly line: number;
  readonly body: string;
};

/** What the code review does on one repository beside what every run may. */
export type CodeClient = {
  /** Every path of a commit with its blob; `truncated` when GitHub did not list all. */
  listPaths(sha: string): Promise<{
    readonly paths: readonly { readonly path: string; readonly blobSha: string }[];
    readonly truncated: boolean;
  }>;
  /** Threads that a comment of ours begins, at most the first 100 of the pull request, in one request. */
  reviewThreads(pullRequest: number): Promise<readonly ReviewThread[]>;
  /** Posts one review with all comments; it neither approves nor asks for changes. */
  createReview(review: {
    readonly pullRequest: number;
    readonly commitSha: string;
    readonly body: string;
    readonly comments: readonly LineComment[];
  }): Promise<void>;
  updateReviewComment(id: number, body: string): Promise<void>;
  /** One that is gone already is fine. */
  deleteReviewComment(id: number): Promise<void>;
  /** A comment on a line; undefined when it is gone. */
  reviewComment(id: number): Promise<{ readonly body: string; readonly author: string } | undefined>;
  /** Messages of the pull request's commits, oldest first, at most 250. */
  commitMessages(pullRequest: number): Promise<readonly string[]>;
  /** The pull request's title and body, edited. */
  updatePullRequest(pullRequest: number, change: { readonly body: string }): Promise<void>;
};
