import type {
  FakeAlert,
  FakeCheckRun,
  FakeComment,
  FakeDependencyAlert,
  FakeDependencyChange,
  FakeDeployment,
  FakeEnvironmentRules,
  FakeIssue,
  FakeJob,
  FakeLabel,
  FakePullRequest,
  FakeRelease,
  FakeReview,
  FakeReviewComment,
  FakeSarif,
  FakeStatus,
  FakeWorkflowRun,
  WorkflowConclusion,
} from './fake-records.ts';
import type { DiffEntry } from './git-diff.ts';
import { type CommitInfo, type FileChange, GitRepository } from './git-repository.ts';

export type * from './fake-records.ts';

/** One repository: a bare git repository and what GitHub keeps beside it. */
export class FakeRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch = 'main';
  readonly git: GitRepository;
  readonly private: boolean;
  /** What this was forked from. */
  readonly parent: FakeRepository | undefined;
  readonly pullRequests = new Map<number, FakePullRequest>();
  readonly issues = new Map<number, FakeIssue>();
  readonly comments = new Map<number, FakeComment>();
  readonly reviews: FakeReview[] = [];
  readonly reviewComments: FakeReviewComment[] = [];
  readonly labels = new Map<string, FakeLabel>();
  readonly statuses: FakeStatus[] = [];
  readonly deployments: FakeDeployment[] = [];
  readonly environments = new Set<string>();
  readonly workflowRuns: FakeWorkflowRun[] = [];
  /** Paths of workflows that somebody disabled. */
  readonly disabledWorkflows = new Set<string>();
  readonly checkRuns = new Map<number, FakeCheckRun>();
  readonly sarifs: FakeSarif[] = [];
  /** When each commit came to each branch; GitHub opens the check suites of its Apps then. */
  readonly pushes: { readonly branch: string; readonly sha: string; readonly at: string }[] = [];
  /** Commits whose signature GitHub verified. */
  readonly verifiedCommits = new Set<string>();
  /** Checks that the default branch requires: by classic protection, and by rulesets. */
  readonly requiredContexts: string[] = [];
  readonly requiredByRulesets: { readonly context: string; readonly appId?: number }[] = [];
  /** Protection of environments by name. */
  readonly environmentRules = new Map<string, FakeEnvironmentRules>();
  /** What custom deployment protection rules answered. */
  readonly protectionRuleAnswers: {
    readonly run: number;
    readonly environment: string;
    /** Undefined: a report, no decision. */
    readonly state: 'approved' | 'rejected' | undefined;
    readonly comment: string;
  }[] = [];
  /** How often GitHub does not know yet whether a pull request can be merged. */
  mergeableUnknown = 0;
  /** Role names by login; who is not listed has `read` in a public and `none` in a private repository. */
  readonly roles = new Map<string, string>();
  codeScanning = false;
  /** What dependency review answers; `off` where the repository does not have it. */
  dependencyChanges: 'off' | readonly FakeDependencyChange[] = 'off';
  readonly alerts: FakeAlert[] = [];
  readonly dependencyAlerts: FakeDependencyAlert[] = [];
  readonly releases: FakeRelease[] = [];
  /** What `PATCH /repos/{owner}/{repo}` changed, in GitHub's words. */
  readonly settings: Record<string, unknown> = {};
  /** Branches that nobody may delete or push to. */
  readonly protectedBranches = new Set<string>();
  #number = 0;
  readonly #checkSuites = new Map<string, number>();
  readonly #testMerges = new Map<string, string | undefined>();
  readonly #nextId: () => number;
  readonly #fork: (parent: FakeRepository, owner: string) => FakeRepository;

  constructor(options: {
    readonly id: number;
    readonly owner: string;
    readonly name: string;
    readonly private: boolean;
    readonly parent?: FakeRepository;
    readonly folder: string;
    readonly nextId: () => number;
    readonly fork: (parent: FakeRepository, owner: string) => FakeRepository;
  }) {
    this.private = options.private;
    this.parent = options.parent;
    this.#fork = options.fork;
    this.id = options.id;
    this.owner = options.owner;
    this.name = options.name;
    this.git = new GitRepository(options.folder);
    this.#nextId = options.nextId;
  }

  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  /** Commits on a branch (made from the default branch when new) and moves the heads of its pull requests. */
  push(branch: string, files: Readonly<Record<string, FileChange>>, message?: string): string {
    const sha = this.git.commit(branch, {
      from: `refs/heads/${this.defaultBranch}`,
      files,
      ...(message === undefined ? {} : { message }),
    });
    this.#pushed(branch, sha);
    return sha;
  }

  /** Merges the base into a pull request's branch; false when the two conflict. */
  updateBranch(pullRequest: FakePullRequest): boolean {
    const { headRepository, headRef, headSha } = pullRequest;
    const base = this.baseShaOf(pullRequest);
    if (headRepository !== this) headRepository.git.fetch(this.git, base, 'refs/upstream/base');
    const sha = headRepository.git.testMerge(headSha, base);
    if (sha === undefined) return false;
    headRepository.git.run(['update-ref', `refs/heads/${headRef}`, sha]);
    headRepository.#pushed(headRef, sha);
    return true;
  }

  #pushed(branch: string, sha: string): void {
    this.pushes.push({ branch, sha, at: new Date().toISOString() });
    for (const base of [this, ...(this.parent === undefined ? [] : [this.parent])])
      base.#headMoved(this, branch, sha);
  }

  #headMoved(head: FakeRepository, branch: string, sha: string): void {
    for (const pullRequest of this.pullRequests.values()) {
      const { headRepository, headRef, state } = pullRequest;
      if (headRepository !== head || headRef !== branch || state !== 'open') continue;
      pullRequest.headSha = sha;
      this.#keepHead(pullRequest);
    }
  }

  /** As on GitHub, a pull request's head is in the base repository too, even when it comes from a fork. */
  #keepHead({ headRepository, headSha, number }: FakePullRequest): void {
    const ref = `refs/pull/${number}/head`;
    if (headRepository === this) this.git.run(['update-ref', ref, headSha]);
    else this.git.fetch(headRepository.git, headSha, ref);
  }

  /**
   * Opens a pull request to the default branch. `fork: true` moves the branch, which was pushed here, into a fork
   * of the author's (`pullRequest.headRepository`; push there from then on).
   */
  openPullRequest(options: {
    readonly head: string;
    readonly title?: string;
    readonly body?: string;
    readonly author?: string;
    readonly draft?: boolean;
    readonly fork?: boolean;
    /** The fork was deleted since. */
    readonly forkDeleted?: boolean;
  }): FakePullRequest {
    const ref = `refs/heads/${options.head}`;
    const headSha = this.git.resolve(ref);
    if (headSha === undefined) throw new Error(`there is no branch ${options.head}; push to it first`);
    const author = options.author ?? 'mona';
    const headRepository = options.fork === true ? this.#fork(this, author) : this;
    if (headRepository !== this) {
      headRepository.git.fetch(this.git, headSha, ref);
      this.git.run(['update-ref', '-d', ref]);
    }
    const pullRequest: FakePullRequest = {
      number: this.nextNumber(),
      title: options.title ?? 'A change',
      body: options.body ?? '',
      author,
      headRef: options.head,
      baseRef: this.defaultBranch,
      headSha,
      draft: options.draft ?? false,
      state: 'open',
      headRepository,
      fork: headRepository !== this,
      forkDeleted: options.forkDeleted ?? false,
      createdAt: new Date().toISOString(),
      labels: [],
    };
    this.pullRequests.set(pullRequest.number, pullRequest);
    this.#keepHead(pullRequest);
    return pullRequest;
  }

  /** Issues and pull requests share their numbers. */
  nextNumber(): number {
    return ++this.#number;
  }

  openIssue(options: {
    readonly title: string;
    readonly body?: string;
    readonly author?: string;
    readonly labels?: readonly string[];
    readonly createdAt?: string;
  }): FakeIssue {
    const issue: FakeIssue = {
      number: this.nextNumber(),
      title: options.title,
      body: options.body ?? '',
      author: options.author ?? 'stranger',
      state: 'open',
      createdAt: options.createdAt ?? new Date().toISOString(),
      labels: [...(options.labels ?? [])],
    };
    this.issues.set(issue.number, issue);
    return issue;
  }

  /** Labels that somebody made. */
  addLabels(names: readonly string[]): void {
    for (const name of names)
      this.labels.set(name, { id: this.#nextId(), color: 'ededed', description: null });
  }

  addComment(issue: number, author: string, body: string, at: string): FakeComment {
    const comment: FakeComment = {
      id: this.#nextId(),
      issue,
      body,
      author,
      createdAt: at,
      updatedAt: at,
      reactions: [],
      edits: [],
    };
    this.comments.set(comment.id, comment);
    return comment;
  }

  addCheckRun(appId: number, headSha: string, fields: object): FakeCheckRun {
    const checkRun: FakeCheckRun = {
      id: this.#nextId(),
      appId,
      headSha,
      startedAt: new Date().toISOString(),
      completedAt: undefined,
      fields: { status: 'queued', ...fields },
      annotations: [],
    };
    this.checkRuns.set(checkRun.id, checkRun);
    return checkRun;
  }

  /** A workflow run on a branch's head; completed when it has a conclusion. */
  addWorkflowRun(options: {
    readonly path: string;
    readonly headBranch: string;
    /** Default: the branch's; a fork's branch is not here. */
    readonly headSha?: string;
    readonly event?: string;
    readonly actor?: string;
    readonly displayTitle?: string;
    readonly inputs?: Readonly<Record<string, string>>;
    readonly conclusion?: WorkflowConclusion;
    readonly jobs?: readonly Omit<FakeJob, 'id'>[];
  }): FakeWorkflowRun {
    const { path, headBranch, event = 'push', actor = 'mona', conclusion, jobs = [] } = options;
    const { displayTitle = path, inputs = {} } = options;
    const run: FakeWorkflowRun = {
      id: this.#nextId(),
      name: path,
      path,
      event,
      headBranch,
      headSha: options.headSha ?? this.git.commitOf(headBranch) ?? '',
      actor,
      displayTitle,
      inputs,
      attempt: 1,
      createdAt: new Date().toISOString(),
      status: conclusion === undefined ? 'queued' : 'completed',
      conclusion: conclusion ?? null,
      jobs: jobs.map(job => ({ ...job, id: this.#nextId() })),
    };
    this.workflowRuns.push(run);
    return run;
  }

  /** Ends a run; `deliverWorkflowRun` tells the App. */
  finishWorkflowRun(
    run: FakeWorkflowRun,
    conclusion: WorkflowConclusion,
    jobs: readonly Omit<FakeJob, 'id'>[] = [],
  ): void {
    run.status = 'completed';
    run.conclusion = conclusion;
    run.jobs = jobs.map(job => ({ ...job, id: this.#nextId() }));
  }

  commentsOf(issue: number): readonly FakeComment[] {
    return [...this.comments.values()].filter(comment => comment.issue === issue);
  }

  reviewCommentsOf(number: number): readonly FakeReviewComment[] {
    return this.reviewComments.filter(({ pullRequest }) => pullRequest === number);
  }

  /** The check suite of a commit; the App has one for each. */
  checkSuiteId(headSha: string): number {
    const known = this.#checkSuites.get(headSha) ?? this.#nextId();
    this.#checkSuites.set(headSha, known);
    return known;
  }

  commitOfCheckSuite(id: number): string | undefined {
    return [...this.#checkSuites].find(([, known]) => known === id)?.[0];
  }

  baseShaOf(pullRequest: FakePullRequest): string {
    return this.git.resolve(`refs/heads/${pullRequest.baseRef}`) ?? '';
  }

  /** The pull request's change against its merge base, as its "Files changed" shows it. */
  changeOf(pullRequest: FakePullRequest): readonly DiffEntry[] {
    return this.git.diff(
      this.git.mergeBase(this.baseShaOf(pullRequest), pullRequest.headSha),
      pullRequest.headSha,
    );
  }

  /** Oldest first. */
  commitsOf(pullRequest: FakePullRequest): readonly CommitInfo[] {
    return this.git.log(`${this.baseShaOf(pullRequest)}..${pullRequest.headSha}`).toReversed();
  }

  /** The commit that `refs/pull/<number>/merge` names, or undefined while the two conflict. */
  testMergeOf(pullRequest: FakePullRequest): string | undefined {
    const base = this.baseShaOf(pullRequest);
    const key = `${base} ${pullRequest.headSha}`;
    if (!this.#testMerges.has(key)) {
      const sha = this.git.testMerge(base, pullRequest.headSha);
      this.#testMerges.set(key, sha);
      if (sha !== undefined) this.git.run(['update-ref', `refs/pull/${pullRequest.number}/merge`, sha]);
    }
    return this.#testMerges.get(key);
  }
}
