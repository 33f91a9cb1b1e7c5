import { type DiffEntry, type FileChange, GitRepository } from './git-repository.ts';

export type FakePullRequest = {
  readonly number: number;
  title: string;
  body: string;
  readonly author: string;
  readonly headRef: string;
  readonly baseRef: string;
  headSha: string;
  draft: boolean;
  state: 'open' | 'closed';
  readonly fork: boolean;
  /** The repository it came from is gone. */
  readonly forkDeleted: boolean;
  readonly labels: string[];
};

export type FakeComment = {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly author: string;
  readonly createdAt: string;
  updatedAt: string;
  readonly reactions: { readonly user: string; readonly content: string }[];
  /** Earlier texts, oldest first, and when each was replaced. */
  readonly edits: { readonly body: string; readonly replacedAt: string }[];
};

/** What a check run was given, in GitHub's words; validated on the way in. */
export type CheckRunFields = {
  readonly name?: string;
  readonly status: string;
  readonly conclusion?: string;
  readonly external_id?: string;
  readonly output?: { readonly title?: string; readonly summary?: string; readonly text?: string };
  readonly actions?: readonly { readonly label: string; readonly identifier: string }[];
};

export type FakeAnnotation = {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
};

export type FakeCheckRun = {
  readonly id: number;
  readonly appId: number;
  readonly headSha: string;
  fields: CheckRunFields;
  readonly annotations: FakeAnnotation[];
};

/** One repository: a bare git repository and what GitHub keeps beside it. */
export class FakeRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch = 'main';
  readonly git: GitRepository;
  readonly pullRequests = new Map<number, FakePullRequest>();
  readonly comments = new Map<number, FakeComment>();
  readonly checkRuns = new Map<number, FakeCheckRun>();
  readonly sarifs: { readonly commitSha: string; readonly ref: string; readonly sarif: unknown }[] = [];
  /** Role names by login; who is not listed has `read` in a public and `none` in a private repository. */
  readonly roles = new Map<string, string>();
  codeScanning = false;
  #number = 0;
  readonly #nextId: () => number;

  constructor(options: {
    readonly id: number;
    readonly owner: string;
    readonly name: string;
    readonly folder: string;
    readonly nextId: () => number;
  }) {
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
    for (const pullRequest of this.pullRequests.values()) {
      if (pullRequest.headRef === branch && pullRequest.state === 'open') pullRequest.headSha = sha;
    }
    return sha;
  }

  openPullRequest(options: {
    readonly head: string;
    readonly title?: string;
    readonly body?: string;
    readonly author?: string;
    readonly draft?: boolean;
    readonly fork?: boolean;
    readonly forkDeleted?: boolean;
  }): FakePullRequest {
    const headSha = this.git.resolve(`refs/heads/${options.head}`);
    if (headSha === undefined) throw new Error(`there is no branch ${options.head}; push to it first`);
    const pullRequest: FakePullRequest = {
      number: ++this.#number,
      title: options.title ?? 'A change',
      body: options.body ?? '',
      author: options.author ?? 'mona',
      headRef: options.head,
      baseRef: this.defaultBranch,
      headSha,
      draft: options.draft ?? false,
      state: 'open',
      fork: options.fork ?? false,
      forkDeleted: options.forkDeleted ?? false,
      labels: [],
    };
    this.pullRequests.set(pullRequest.number, pullRequest);
    return pullRequest;
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
      fields: { status: 'queued', ...fields },
      annotations: [],
    };
    this.checkRuns.set(checkRun.id, checkRun);
    return checkRun;
  }

  commentsOf(issue: number): readonly FakeComment[] {
    return [...this.comments.values()].filter(comment => comment.issue === issue);
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
}
