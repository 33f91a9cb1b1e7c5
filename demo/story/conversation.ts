import type { FakeAnnotation } from '../../test/fakes/github/fake-repository.ts';
import type { DiffEntry } from '../../test/fakes/github/git-repository.ts';
import type { FakePullRequest, FakeRepository } from '../../test/fakes/github/index.ts';

/** A check run as a person sees it. */
export type Check = {
  readonly name: string;
  readonly headSha: string;
  readonly status: string;
  readonly conclusion: string;
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly FakeAnnotation[];
};

export type Commit = { readonly sha: string; readonly message: string };

/** Something on the pull request's timeline, in the order in which it happened. Times are ISO 8601. */
export type TimelineItem =
  | {
      readonly kind: 'comment';
      readonly id: number;
      readonly author: string;
      readonly body: string;
      readonly at: string;
      readonly editedAt: string | undefined;
      readonly edits: readonly { readonly body: string; readonly replacedAt: string }[];
      readonly reactions: readonly { readonly user: string; readonly content: string }[];
    }
  | { readonly kind: 'push'; readonly author: string; readonly commit: Commit; readonly at: string }
  | { readonly kind: 'queued'; readonly author: string; readonly check: Check; readonly at: string };

/** The pull request at one moment of the story: plain data, everything in it untrusted but our own markup. */
export type Conversation = {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly headSha: string;
  readonly openedAt: string;
  readonly timeline: readonly TimelineItem[];
  /** The newest check run of the head; undefined before there is one. */
  readonly check: Check | undefined;
  readonly files: readonly DiffEntry[];
};

/** What happened that GitHub's own state does not tell: pushes and the merge queue. */
export type StoryEvent = Exclude<TimelineItem, { kind: 'comment' }>;

/** Reads the conversation off the stand-in's state as it is now. */
export function conversationOf(
  repository: FakeRepository,
  pullRequest: FakePullRequest,
  told: { readonly openedAt: string; readonly events: readonly StoryEvent[] },
): Conversation {
  const comments = repository.commentsOf(pullRequest.number).map(
    (comment): TimelineItem => ({
      kind: 'comment',
      id: comment.id,
      author: comment.author,
      body: comment.body,
      at: comment.createdAt,
      editedAt: comment.edits.at(-1)?.replacedAt,
      edits: [...comment.edits],
      reactions: [...comment.reactions],
    }),
  );
  return {
    repository: repository.fullName,
    number: pullRequest.number,
    title: pullRequest.title,
    body: pullRequest.body,
    author: pullRequest.author,
    headRef: pullRequest.headRef,
    baseRef: pullRequest.baseRef,
    headSha: pullRequest.headSha,
    openedAt: told.openedAt,
    timeline: [...comments, ...told.events].toSorted((a, b) => a.at.localeCompare(b.at)),
    check: checkOf(repository, pullRequest.headSha),
    files: repository.changeOf(pullRequest),
  };
}

/** The newest check run of a commit. */
export function checkOf(repository: FakeRepository, headSha: string): Check | undefined {
  const run = [...repository.checkRuns.values()].findLast(checkRun => checkRun.headSha === headSha);
  if (run === undefined) return undefined;
  const { name = '', status, conclusion = '', output = {} } = run.fields;
  return {
    name,
    headSha,
    status,
    conclusion,
    title: output.title ?? '',
    summary: output.summary ?? '',
    annotations: [...run.annotations],
  };
}
