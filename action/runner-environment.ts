import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { osvUrl } from '../src/config/environment.ts';
import { AppError } from '../src/errors.ts';
import type { AwsVariables } from '../src/runtime/own-aws.ts';

const environmentSchema = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^[^/]+\/[^/]+$/),
  GITHUB_EVENT_NAME: z.string().min(1),
  GITHUB_EVENT_PATH: z.string().min(1),
  GITHUB_SHA: z.string().regex(/^[0-9a-f]{40,64}$/),
  GITHUB_REF: z.string().default(''),
  GITHUB_WORKSPACE: z.string().min(1),
  GITHUB_API_URL: z.url().default('https://api.github.com'),
  GITHUB_SERVER_URL: z.url().default('https://github.com'),
  GITHUB_RUN_ID: z.coerce.number().int().positive().optional(),
  GITHUB_WORKFLOW: z.string().default(''),
  GITHUB_JOB: z.string().default(''),
  RUNNER_NAME: z.string().default(''),
  OSV_API_URL: z.url({ protocol: /^https?$/ }).default(osvUrl),
});

const shaSchema = z.string().regex(/^[0-9a-f]{40,64}$/);

const eventSchema = z.object({
  pull_request: z
    .object({
      number: z.number().int().positive(),
      head: z.object({ sha: shaSchema }),
      base: z.object({ ref: z.string() }).optional(),
    })
    .optional(),
  workflow_run: z
    .object({
      id: z.number().int().positive(),
      name: z.string().nullish(),
      head_sha: shaSchema,
      event: z.string(),
      pull_requests: z.array(z.object({ number: z.number().int().positive() })).default([]),
    })
    .optional(),
  action: z.string().optional(),
  issue: z
    .object({
      number: z.number().int().positive(),
      user: z.object({ type: z.string() }).nullish(),
      pull_request: z.unknown().optional(),
    })
    .optional(),
  changes: z.object({ title: z.unknown().optional(), body: z.unknown().optional() }).optional(),
  sender: z.object({ type: z.string() }).optional(),
  merge_group: z.object({ base_sha: shaSchema, head_sha: shaSchema }).optional(),
  before: shaSchema.optional(),
  deleted: z.boolean().optional(),
  repository: z.object({ default_branch: z.string() }).optional(),
});

/** What the job's event asks to have looked at. */
export type Subject =
  | { readonly kind: 'pull-request'; readonly number: number; readonly headSha: string }
  /** Commits that a push or a merge queue brings; `base` is a commit or, on a branch's first push, the default branch. */
  | { readonly kind: 'commits'; readonly base: string; readonly head: string }
  /** Everything that is checked out. */
  | { readonly kind: 'tree' }
  | { readonly kind: 'nothing'; readonly reason: string };

/** The workflow run whose failure is to be explained. */
export type FailedRunTarget = {
  readonly runId: number;
  /** Untrusted. */
  readonly workflow: string;
  readonly headSha: string;
  /** Null: the event names none; `lookForPullRequest` tells whether there may be one. */
  readonly pullRequest: number | null;
  readonly lookForPullRequest: boolean;
  /** Undefined where the event does not tell. */
  readonly baseBranch: string | undefined;
  /** This job, when the run is its own; by it the job is known among the run's. */
  readonly own: { readonly job: string; readonly runner: string } | undefined;
};

/** The issue of an `issues` event. */
export type IssueEvent = {
  readonly number: number;
  readonly action: 'opened' | 'edited';
  /** False for what bots did and for edits of neither title nor text. */
  readonly isForUs: boolean;
};

/** The job that the Action runs in. */
export type RunnerEnvironment = {
  readonly owner: string;
  readonly repo: string;
  /** `pull_request`, `push`, `schedule`, … */
  readonly eventName: string;
  readonly subject: Subject;
  /** Undefined for other events than `issues`. */
  readonly issue: IssueEvent | undefined;
  /** Undefined where the runner does not number its runs. */
  readonly failedRun: FailedRunTarget | undefined;
  readonly sha: string;
  readonly ref: string;
  readonly workspace: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** OSV or a mirror of it, without trailing slash. */
  readonly osvUrl: string;
  /** Where the job's AWS credentials work; the credentials themselves are found by the SDK's standard chain. */
  readonly aws: AwsVariables;
};

/** Reads the runner's variables and event file. @throws AppError `not-a-runner` when they are not there. */
export function readRunnerEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): RunnerEnvironment {
  const parsed = environmentSchema.safeParse(variables);
  if (!parsed.success) {
    const names = parsed.error.issues.map(issue => issue.path.join('.')).join(', ');
    throw new AppError({
      code: 'not-a-runner',
      publicMessage: `This runs inside a GitHub Actions job; ${names} is missing or not as documented. In a terminal use \`devops review\`.`,
    });
  }
  const values = parsed.data;
  const [owner = '', repo = ''] = values.GITHUB_REPOSITORY.split('/');
  const event = readEvent(values.GITHUB_EVENT_PATH);
  return {
    owner,
    repo,
    eventName: values.GITHUB_EVENT_NAME,
    subject: subjectOf(values, event),
    issue: issueOf(values, event),
    failedRun: failedRunOf(values, event),
    sha: values.GITHUB_SHA,
    ref: values.GITHUB_REF,
    workspace: values.GITHUB_WORKSPACE,
    apiUrl: values.GITHUB_API_URL,
    serverUrl: values.GITHUB_SERVER_URL,
    osvUrl: values.OSV_API_URL.replace(/\/+$/, ''),
    aws: {
      AWS_REGION: variables['AWS_REGION'],
      AWS_DEFAULT_REGION: variables['AWS_DEFAULT_REGION'],
      AWS_ENDPOINT_URL: variables['AWS_ENDPOINT_URL'],
    },
  };
}

function readEvent(path: string): z.infer<typeof eventSchema> {
  try {
    return eventSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new AppError({
      code: 'not-a-runner',
      publicMessage:
        'The event file (GITHUB_EVENT_PATH) could not be read as the event of a GitHub Actions job.',
      cause,
    });
  }
}

function issueOf(
  values: z.infer<typeof environmentSchema>,
  { action, issue, changes, sender }: z.infer<typeof eventSchema>,
): IssueEvent | undefined {
  if (values.GITHUB_EVENT_NAME !== 'issues' || issue === undefined) return undefined;
  const isBot = sender?.type === 'Bot' || issue.user?.type === 'Bot';
  const hasChanged = changes?.title !== undefined || changes?.body !== undefined;
  return {
    number: issue.number,
    action: action === 'opened' ? 'opened' : 'edited',
    isForUs: !isBot && (action === 'opened' || hasChanged),
  };
}

/** A workflow started by another's end explains that one, every other its own run. */
function failedRunOf(
  values: z.infer<typeof environmentSchema>,
  event: z.infer<typeof eventSchema>,
): FailedRunTarget | undefined {
  const { pull_request: pullRequest, workflow_run: ended } = event;
  const baseBranch = pullRequest?.base?.ref ?? event.repository?.default_branch;
  if (values.GITHUB_EVENT_NAME === 'workflow_run' && ended !== undefined)
    return {
      runId: ended.id,
      workflow: ended.name ?? '',
      headSha: ended.head_sha,
      pullRequest: ended.pull_requests[0]?.number ?? null,
      // Runs of forks name no pull request.
      lookForPullRequest: ended.event.startsWith('pull_request'),
      baseBranch,
      own: undefined,
    };
  if (values.GITHUB_RUN_ID === undefined) return undefined;
  return {
    runId: values.GITHUB_RUN_ID,
    workflow: values.GITHUB_WORKFLOW,
    headSha: pullRequest?.head.sha ?? values.GITHUB_SHA,
    pullRequest: pullRequest?.number ?? null,
    lookForPullRequest: false,
    baseBranch,
    own: { job: values.GITHUB_JOB, runner: values.RUNNER_NAME },
  };
}

function subjectOf(values: z.infer<typeof environmentSchema>, event: z.infer<typeof eventSchema>): Subject {
  switch (values.GITHUB_EVENT_NAME) {
    case 'pull_request':
    // Read through the API and never checked out, so the write token of this event stays out of the change's reach.
    case 'pull_request_target':
      if (event.pull_request === undefined) break;
      return {
        kind: 'pull-request',
        number: event.pull_request.number,
        headSha: event.pull_request.head.sha,
      };
    case 'merge_group':
      if (event.merge_group === undefined) break;
      return { kind: 'commits', base: event.merge_group.base_sha, head: event.merge_group.head_sha };
    case 'push':
      return pushed(values, event);
    default:
      return { kind: 'tree' };
  }
  throw new AppError({
    code: 'not-a-runner',
    publicMessage: `The event file does not hold what a \`${values.GITHUB_EVENT_NAME}\` event has.`,
  });
}

function pushed(values: z.infer<typeof environmentSchema>, event: z.infer<typeof eventSchema>): Subject {
  if (event.deleted === true) return { kind: 'nothing', reason: 'The branch was deleted.' };
  if (event.before !== undefined && !/^0+$/.test(event.before)) {
    return { kind: 'commits', base: event.before, head: values.GITHUB_SHA };
  }
  const defaultBranch = event.repository?.default_branch;
  const isOther =
    values.GITHUB_REF.startsWith('refs/heads/') && values.GITHUB_REF !== `refs/heads/${defaultBranch}`;
  // A tag, and the first push to the default branch, have nothing to be compared with.
  if (defaultBranch === undefined || !isOther) return { kind: 'tree' };
  return { kind: 'commits', base: defaultBranch, head: values.GITHUB_SHA };
}
