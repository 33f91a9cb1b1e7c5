import { z } from 'zod';
import { commandSchema } from './command.ts';

const repositorySchema = z.object({
  owner: z.string(),
  name: z.string(),
  defaultBranch: z.string(),
});
export type RepositoryRef = z.infer<typeof repositorySchema>;

const actorSchema = z.object({
  login: z.string(),
  id: z.number(),
  type: z.enum(['User', 'Bot', 'Organization']),
});

/** What a run is asked to do; targets come from the signed event and nowhere else. */
export const taskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('review'),
    pullRequest: z.number(),
    /** The head the event named; the run stops as stale when it moved on. */
    headSha: z.string(),
    reason: z.enum(['opened', 'reopened', 'synchronize', 'ready_for_review', 'rerequested', 'command']),
    draft: z.boolean(),
    fork: z.boolean(),
    /** ISO 8601, GitHub's own time of the pull request's last change; runs of earlier releases lack it. */
    updatedAt: z.string().optional(),
    /** Which review; those of earlier releases are of security. */
    agent: z.enum(['security', 'code']).optional(),
  }),
  // A reply to a comment of the code review on a line, read by a fixed grammar.
  z.object({
    kind: z.literal('review-reply'),
    pullRequest: z.number(),
    /** The comment that is answered; whether it is one of ours is still to be seen. */
    inReplyTo: z.number(),
    word: z.enum(['useful', 'not-useful', 'dismiss']),
    /** Of a dismissal. Untrusted. */
    reason: z.string(),
  }),
  z.object({ kind: z.literal('merge-group'), headSha: z.string(), baseSha: z.string(), headRef: z.string() }),
  z.object({
    kind: z.literal('command'),
    /** Number of the issue or pull request the comment stands on. */
    issue: z.number(),
    onPullRequest: z.boolean(),
    commentId: z.number(),
    /** ISO 8601, GitHub's own time of the comment; runs of earlier releases have none. */
    commentedAt: z.string().optional(),
    command: commandSchema,
  }),
  // An agent that its file starts on pull requests.
  z.object({
    kind: z.literal('agent'),
    agent: z.string(),
    pullRequest: z.number(),
    /** The head the event named; the run stops when it moved on. */
    headSha: z.string(),
  }),
  z.object({
    kind: z.literal('dismiss-from-check'),
    pullRequest: z.number(),
    headSha: z.string(),
    /** The finding whose button was pressed. */
    fingerprint: z.string(),
  }),
  z.object({
    kind: z.literal('protection-rule'),
    /** Untrusted: an environment of the repository, not necessarily one of the configuration. */
    environment: z.string(),
    workflowRun: z.number(),
    sha: z.string(),
    /** The branch or tag of the workflow's run. */
    ref: z.string(),
    /** The pull request whose head the commit is; null: none. */
    pullRequest: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('decide-from-check'),
    pullRequest: z.number(),
    word: z.enum(['approve', 'reject']),
    /** The run that waits. */
    run: z.string(),
  }),
  z.object({ kind: z.literal('pull-request-closed'), pullRequest: z.number(), merged: z.boolean() }),
  // A pull request was merged: `deploy.on` says whether that deploys it.
  z.object({
    kind: z.literal('merged'),
    pullRequest: z.number(),
    /** The commit that the merge put on the branch. */
    sha: z.string(),
    /** The branch merged into. */
    branch: z.string(),
    labels: z.array(z.string()),
    /** ISO 8601, GitHub's time of the merge. */
    at: z.string(),
  }),
  // All checks of one App ended on a commit: something may wait for that, or `deploy.on` for the last of them.
  z.object({
    kind: z.literal('checks-completed'),
    headSha: z.string(),
    green: z.boolean(),
    /** Open pull requests of the repository itself with this head. */
    pullRequests: z.array(z.number()),
  }),
  // One deployment that the configuration asks for and nobody else.
  z.object({
    kind: z.literal('deploy-by-event'),
    event: z.enum(['merge', 'checks-green']),
    environment: z.string(),
    pullRequest: z.number(),
    sha: z.string(),
    branch: z.string(),
    at: z.string(),
  }),
  z.object({
    kind: z.literal('ci'),
    outcome: z.enum(['passed', 'failed']),
    /** A check comes from another system than GitHub Actions. */
    source: z.enum(['workflow', 'check']).default('workflow'),
    /** GitHub's id of the workflow run or of the check run. */
    workflowRun: z.number(),
    /** The workflow's or the check's name. Untrusted. */
    workflow: z.string(),
    attempt: z.number(),
    headSha: z.string(),
    /** Null when the event names none, as for forks. */
    pullRequest: z.number().nullable(),
    onDefaultBranch: z.boolean(),
  }),
  z.object({
    kind: z.literal('triage'),
    issue: z.number(),
    cause: z.enum(['opened', 'edited']),
  }),
  // Somebody checked a box of what may be the dashboard.
  z.object({
    kind: z.literal('dashboard-box'),
    issue: z.number(),
    /** As it stands behind its mark; untrusted until it is found among those that the dashboard was given. */
    box: z.string(),
  }),
  // The configuration on the default branch may say something else about schedules.
  z.object({ kind: z.literal('sync-schedules') }),
  // A tick of a schedule; what it runs is read when it runs.
  z.object({
    kind: z.literal('scheduled'),
    name: z.string(),
    /** ISO 8601. */
    plannedAt: z.string(),
  }),
  // Something happened that a waiting run may wait for; it looks for itself what it was.
  z.object({ kind: z.literal('wake'), key: z.string() }),
  z.object({
    kind: z.literal('installation'),
    action: z.enum(['created', 'deleted', 'suspend', 'unsuspend', 'repositories']),
    repositories: z.array(z.string()),
  }),
]);
export type Task = z.infer<typeof taskSchema>;

/** A unit of durable work, made from one event by a pure translation. Holds no secret: it is stored in clear. */
export const runRequestSchema = z.object({
  /** Derived from the delivery id and the position within it, so that a redelivery is the same run. */
  id: z.string(),
  deliveryId: z.string(),
  installationId: z.number(),
  /** Null for events about an installation rather than a repository. */
  repository: repositorySchema.nullable(),
  actor: actorSchema,
  /** ISO 8601, when the server received the event. */
  receivedAt: z.string(),
  task: taskSchema,
});
export type RunRequest = z.infer<typeof runRequestSchema>;

/** What a webhook payload becomes. */
export type Translation =
  | { readonly kind: 'runs'; readonly requests: readonly RunRequest[] }
  | { readonly kind: 'ignored'; readonly reason: string };
