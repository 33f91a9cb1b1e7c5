import type { RepositoryFacts, ReviewedDependency } from '../../contracts/outside.ts';
import type { RoleName } from '../../contracts/role.ts';
import type { DefinitionFolder } from './definition-files.ts';

/** The pull request and the policy that applies to it, read together at one moment. */
export type PullRequestSnapshot = {
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly open: boolean;
  readonly draft: boolean;
  readonly fork: boolean;
  readonly title: string;
  /** The first 100. */
  readonly labels: readonly string[];
  readonly body: string;
  readonly author: { readonly login: string; readonly bot: boolean };
  /** How many files GitHub says were changed; more than the listing gives means that the listing was cut. */
  readonly changedFiles: number;
  /** The default branch's head, at which the configuration was read. */
  readonly policySha: string;
  /** Text of `.github/devops.yml` at `policySha`; undefined when there is none. */
  readonly policyText: string | undefined;
  /** The files of `.github/devops/rules` at `policySha`. */
  readonly ownRules: readonly OwnRulesFile[];
  /** The files of `.github/devops/agents` at `policySha`. */
  readonly agentFiles: readonly OwnRulesFile[];
};

/** A file of the repository's own rules or agents. */
type OwnRulesFile = { readonly path: string; readonly text: string };

/** A changed file as the files API lists it. */
export type ChangedFile = {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged';
  /** Blob SHA at the head; for a submodule the commit it points at. */
  readonly blobSha: string;
  readonly additions: number;
  readonly deletions: number;
  /** GitHub leaves it out for binary and for very large diffs. */
  readonly patch: string | undefined;
};

/** A blob's content, or why it is not there. */
export type BlobContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'missing' };

/** A comment of ours, as needed to find and edit it. */
export type OwnComment = { readonly id: number; readonly body: string };

export type CheckConclusion = 'success' | 'failure' | 'neutral' | 'cancelled' | 'action_required';

export type CheckAnnotation = {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
};

export type CheckAction = {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
};

export type CheckOutput = {
  readonly title: string;
  readonly summary: string;
  readonly text?: string;
  /** At most 50; more go into further updates, which GitHub appends. */
  readonly annotations: readonly CheckAnnotation[];
};

/** What the runs may ask of one repository on GitHub; the implementation holds the token. */
export type RepositoryClient = {
  snapshot(pullRequest: number): Promise<PullRequestSnapshot>;
  /** Every page, at most GitHub's 3,000 files. */
  listChangedFiles(pullRequest: number): Promise<readonly ChangedFile[]>;
  /** At most 300 files: GitHub's limit for comparisons. */
  compareFiles(base: string, head: string): Promise<readonly ChangedFile[]>;
  /** The configuration at the default branch's head, for events without a pull request. */
  policy(): Promise<{
    readonly sha: string;
    readonly text: string | undefined;
    /** The default branch's name; empty for a repository without commits. */
    readonly branch: string;
    readonly ownRules: readonly OwnRulesFile[];
  }>;
  /** Agents, context documents and workflows at the default branch's head, in one request. */
  definitionFiles(): Promise<DefinitionFolder>;
  /** Contents by Git object expression (`<blob sha>` or `<commit>:<path>`), many in one request. */
  readBlobs(
    expressions: readonly string[],
    maxBytes: number | ((expression: string) => number),
  ): Promise<ReadonlyMap<string, BlobContent>>;
  /**
   * Head SHA and our own comments at this moment, in one request; read again right before publishing. For an issue the
   * SHA is empty and it takes two.
   */
  conversation(
    issue: number,
  ): Promise<{ readonly headSha: string; readonly ownComments: readonly OwnComment[] }>;
  createComment(issue: number, body: string): Promise<{ readonly id: number; readonly url: string }>;
  updateComment(commentId: number, body: string): Promise<{ readonly url: string }>;
  /** Deletes a comment of ours; one that is gone already is fine. */
  deleteComment(commentId: number): Promise<void>;
  react(commentId: number, reaction: 'eyes' | '+1' | '-1' | 'rocket' | 'confused'): Promise<void>;
  /** In progress, unless it is `completed` at once, which saves a request; 50 annotations at most then. */
  createCheckRun(check: {
    readonly name: string;
    readonly headSha: string;
    readonly externalId: string;
    readonly title: string;
    readonly summary: string;
    readonly completed?: {
      readonly conclusion: CheckConclusion;
      readonly annotations: readonly CheckAnnotation[];
    };
  }): Promise<{ readonly id: number; readonly url: string }>;
  /** The check run of ours with this external id on this commit, if it exists. */
  findCheckRun(options: {
    readonly headSha: string;
    readonly externalId: string;
  }): Promise<{ readonly id: number; readonly url: string } | undefined>;
  /** Completes it with the first batch of annotations and sends the further batches after it. */
  completeCheckRun(check: {
    readonly id: number;
    readonly conclusion: CheckConclusion;
    readonly output: CheckOutput;
    readonly furtherAnnotations: readonly (readonly CheckAnnotation[])[];
    readonly actions: readonly CheckAction[];
  }): Promise<void>;
  /**
   * What the actor may do in the repository, by the permission API (never `author_association`); a custom role
   * comes as the base role it extends.
   */
  roleOf(login: string): Promise<RoleName>;
  /** What the commits between bring in, by dependency review; `off` where the repository does not have it. */
  dependencyChanges(base: string, head: string): Promise<readonly ReviewedDependency[] | 'off'>;
  /**
   * What GitHub knows about a repository (`owner/name`) that workflows use, and whether it reaches each of the commits;
   * `not-visible` when it is private or not there.
   */
  repositoryFacts(repository: string, commits: readonly string[]): Promise<RepositoryFacts | 'not-visible'>;
  /** Uploads SARIF for code scanning; `off` when the repository does not have it. */
  uploadSarif(options: {
    readonly sarif: string;
    readonly commitSha: string;
    readonly ref: string;
  }): Promise<'uploaded' | 'off'>;
};
