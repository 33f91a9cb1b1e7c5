import { createHmac, randomUUID } from 'node:crypto';
import type { FakeIssue, FakePullRequest, FakeWorkflowRun } from './fake-records.ts';
import type { FakeRepository } from './fake-repository.ts';
import type { FakeDelivery, FakeState } from './fake-state.ts';
import { accountOf, installationOf, nodeId } from './representations/account.ts';
import { checkRunOf, checkSuiteOf } from './representations/check-run.ts';
import { commentOf, issueOf } from './representations/issue.ts';
import { pullRequestOf } from './representations/pull-request.ts';
import { repositoryOf, repositoryUrl } from './representations/repository.ts';
import { workflowRunOf } from './representations/workflow-run.ts';
import type { WebhookPayload } from './route.ts';
import { reviewCommentOf } from './routes/review-routes.ts';

/** Longest wait for an answer, milliseconds, as on github.com. */
const deliveryTimeoutMs = 10_000;

/** Sends a signed webhook, remembers it, and returns what was answered; status 0 when nothing was. */
export async function deliver(
  state: FakeState,
  event: string,
  payload: Readonly<Record<string, unknown>> & { readonly action?: string },
): Promise<FakeDelivery> {
  const installation = { id: state.installationId, node_id: nodeId('MDIzO', state.installationId) };
  const body = JSON.stringify({ installation, ...payload });
  const delivery: FakeDelivery = {
    id: state.nextId(),
    guid: randomUUID(),
    event,
    action: payload.action ?? '',
    redelivery: false,
    body,
    deliveredAt: new Date().toISOString(),
    status: undefined,
  };
  state.deliveries.push(delivery);
  delivery.status = await send(state, delivery);
  return delivery;
}

/** Another attempt of a delivery, under the same GUID, in the background as on GitHub. */
export function redeliver(state: FakeState, delivery: FakeDelivery): void {
  const attempt: FakeDelivery = {
    ...delivery,
    id: state.nextId(),
    redelivery: true,
    deliveredAt: new Date().toISOString(),
    status: undefined,
  };
  state.deliveries.push(attempt);
  void send(state, attempt).then(status => {
    attempt.status = status;
  });
}

async function send(state: FakeState, delivery: FakeDelivery): Promise<number> {
  if (state.webhook === undefined) throw new Error('the stand-in has no webhook address; set state.webhook');
  const signature = createHmac('sha256', state.webhook.secret).update(delivery.body).digest('hex');
  try {
    const response = await fetch(state.webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'GitHub-Hookshot/fake',
        'x-github-delivery': delivery.guid,
        'x-github-event': delivery.event,
        'x-github-hook-installation-target-id': String(state.appId),
        'x-github-hook-installation-target-type': 'integration',
        'x-hub-signature-256': `sha256=${signature}`,
      },
      body: delivery.body,
      signal: AbortSignal.timeout(deliveryTimeoutMs),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

/** What the REST API sets off by itself when `state.autoDeliver` is on; `state.settled()` waits for it. */
export function notify(state: FakeState, event: string, payload: WebhookPayload): void {
  if (!state.autoDeliver || state.webhook === undefined) return;
  const sending: Promise<unknown> = deliver(state, event, payload).finally(() => {
    state.underway.delete(sending);
  });
  state.underway.add(sending);
}

/** A `pull_request` delivery from the state as it is. */
export async function deliverPullRequest(
  state: FakeState,
  repository: FakeRepository,
  pullRequest: FakePullRequest,
  action: string,
): Promise<FakeDelivery> {
  return await deliver(state, 'pull_request', {
    action,
    number: pullRequest.number,
    pull_request: pullRequestOf(state, repository, pullRequest),
    repository: repositoryOf(state, repository),
    sender: accountOf(state, pullRequest.author),
  });
}

/** Somebody comments; the `issue_comment` delivery follows. */
export async function deliverComment(
  state: FakeState,
  repository: FakeRepository,
  options: {
    readonly issue: number;
    readonly author: string;
    readonly body: string;
    readonly action?: 'created' | 'edited';
  },
): Promise<FakeDelivery> {
  const comment = repository.addComment(
    options.issue,
    options.author,
    options.body,
    new Date().toISOString(),
  );
  const issue = repository.pullRequests.get(options.issue) ?? repository.issues.get(options.issue);
  return await deliver(state, 'issue_comment', {
    action: options.action ?? 'created',
    issue: issue === undefined ? { number: options.issue } : issueOf(state, repository, issue),
    comment: commentOf(state, repository, comment),
    repository: repositoryOf(state, repository),
    sender: accountOf(state, options.author),
  });
}

/** Somebody answers a comment on a line; the `pull_request_review_comment` delivery follows. */
export async function deliverReviewReply(
  state: FakeState,
  repository: FakeRepository,
  options: { readonly inReplyTo: number; readonly author: string; readonly body: string },
): Promise<FakeDelivery> {
  const answered = repository.reviewComments.find(({ id }) => id === options.inReplyTo);
  const pullRequest = repository.pullRequests.get(answered?.pullRequest ?? 0);
  if (answered === undefined || pullRequest === undefined)
    throw new Error(`there is no review comment ${options.inReplyTo}`);
  const { author, body, inReplyTo } = options;
  const comment = { ...answered, id: state.nextId(), author, body, inReplyTo, reactions: [] };
  repository.reviewComments.push(comment);
  return await deliver(state, 'pull_request_review_comment', {
    action: 'created',
    comment: reviewCommentOf({ state, repository: () => repository }, comment),
    pull_request: pullRequestOf(state, repository, pullRequest),
    repository: repositoryOf(state, repository),
    sender: accountOf(state, author),
  });
}

/** "Re-run" or a button of a check run is pressed. */
export async function deliverCheckRun(
  state: FakeState,
  repository: FakeRepository,
  options: {
    readonly checkRunId: number;
    readonly sender: string;
    readonly action: 'rerequested' | 'requested_action' | 'completed';
    readonly identifier?: string;
  },
): Promise<FakeDelivery> {
  const checkRun = repository.checkRuns.get(options.checkRunId);
  if (checkRun === undefined) throw new Error(`there is no check run ${options.checkRunId}`);
  return await deliver(state, 'check_run', {
    action: options.action,
    check_run: checkRunOf(state, repository, checkRun),
    ...(options.identifier === undefined ? {} : { requested_action: { identifier: options.identifier } }),
    repository: repositoryOf(state, repository),
    sender: accountOf(state, options.sender),
  });
}

/** "Re-run all checks" of a commit is pressed, or all of them ended. */
export async function deliverCheckSuite(
  state: FakeState,
  repository: FakeRepository,
  options: {
    readonly headSha: string;
    readonly sender: string;
    readonly action?: 'rerequested' | 'completed';
  },
): Promise<FakeDelivery> {
  return await deliver(state, 'check_suite', {
    action: options.action ?? 'rerequested',
    check_suite: checkSuiteOf(state, repository, options.headSha),
    repository: repositoryOf(state, repository),
    sender: accountOf(state, options.sender),
  });
}

/** The App is installed or removed by an account, or given other repositories. */
export async function deliverInstallation(
  state: FakeState,
  options: {
    readonly event: 'installation' | 'installation_repositories';
    readonly action: string;
    readonly account: string;
    readonly repositories: readonly FakeRepository[];
  },
): Promise<FakeDelivery> {
  const repositories = options.repositories.map(({ id, name, fullName, private: isPrivate }) => ({
    id,
    node_id: nodeId('R', id),
    name,
    full_name: fullName,
    private: isPrivate,
  }));
  const changed = options.action === 'removed' ? 'repositories_removed' : 'repositories_added';
  const none = { repositories_added: [], repositories_removed: [], repository_selection: 'selected' };
  return await deliver(state, options.event, {
    action: options.action,
    installation: installationOf(state, options.account),
    ...(options.event === 'installation' ? { repositories } : { ...none, [changed]: repositories }),
    sender: accountOf(state, options.account),
  });
}

/** What GitHub sends first to a new webhook. */
export async function deliverPing(state: FakeState): Promise<FakeDelivery> {
  return await deliver(state, 'ping', {
    zen: 'Keep it logically awesome.',
    hook_id: 1,
    hook: { type: 'App', id: 1, active: true, events: state.events, app_id: state.appId },
  });
}

/** The merge queue asks for checks of a group. */
export async function deliverMergeGroup(
  state: FakeState,
  repository: FakeRepository,
  group: { readonly headSha: string; readonly baseSha: string; readonly headRef: string },
): Promise<FakeDelivery> {
  return await deliver(state, 'merge_group', {
    action: 'checks_requested',
    merge_group: {
      head_sha: group.headSha,
      base_sha: group.baseSha,
      head_ref: group.headRef,
      base_ref: 'refs/heads/main',
    },
    repository: repositoryOf(state, repository),
    sender: accountOf(state, 'mona'),
  });
}

/** A workflow's job waits for the App's protection rule of an environment. */
export async function deliverProtectionRule(
  state: FakeState,
  repository: FakeRepository,
  request: {
    readonly run: number;
    readonly environment: string;
    readonly sha: string;
    readonly ref: string;
    readonly pullRequest?: FakePullRequest;
    readonly sender?: string;
  },
): Promise<FakeDelivery> {
  const { run, environment, sha, ref, pullRequest, sender = 'mona' } = request;
  const url = `${repositoryUrl(state, repository)}/actions/runs/${run}/deployment_protection_rule`;
  return await deliver(state, 'deployment_protection_rule', {
    action: 'requested',
    environment,
    event: pullRequest === undefined ? 'push' : 'pull_request',
    deployment_callback_url: url,
    deployment: { id: state.nextId(), sha, ref, task: 'deploy', environment },
    pull_requests:
      pullRequest === undefined
        ? []
        : [{ number: pullRequest.number, head: { sha: pullRequest.headSha, ref: pullRequest.headRef } }],
    repository: repositoryOf(state, repository),
    sender: accountOf(state, sender),
  });
}

/** An issue was opened, or its title or text was changed by `sender`; `before` is what they were. */
export async function deliverIssue(
  state: FakeState,
  repository: FakeRepository,
  issue: FakeIssue,
  options: {
    readonly action?: string;
    readonly sender?: string;
    readonly before?: { readonly title?: string; readonly body?: string };
  } = {},
): Promise<FakeDelivery> {
  const { action = 'opened', sender = issue.author, before } = options;
  const changes = Object.fromEntries(Object.entries(before ?? {}).map(([name, from]) => [name, { from }]));
  return await deliver(state, 'issues', {
    action,
    issue: issueOf(state, repository, issue),
    ...(action === 'edited' ? { changes } : {}),
    repository: repositoryOf(state, repository),
    sender: accountOf(state, sender),
  });
}

/** Commits came to a branch. */
export async function deliverPush(
  state: FakeState,
  repository: FakeRepository,
  options: {
    readonly branch?: string;
    readonly paths?: readonly string[];
    readonly forced?: boolean;
    readonly sender?: string;
  },
): Promise<FakeDelivery> {
  const { branch = repository.defaultBranch, paths = [], forced = false, sender = 'mona' } = options;
  return await deliver(state, 'push', {
    ref: `refs/heads/${branch}`,
    before: '0'.repeat(40),
    after: repository.git.resolve(`refs/heads/${branch}`) ?? '0'.repeat(40),
    created: false,
    deleted: false,
    forced,
    commits: [{ id: '1'.repeat(40), added: [], removed: [], modified: paths }],
    repository: repositoryOf(state, repository),
    sender: accountOf(state, sender),
  });
}

/** A workflow run was requested, began or ended. */
export async function deliverWorkflowRun(
  state: FakeState,
  repository: FakeRepository,
  run: FakeWorkflowRun,
  action: 'requested' | 'in_progress' | 'completed' = 'completed',
): Promise<FakeDelivery> {
  return await deliver(state, 'workflow_run', {
    action,
    workflow_run: workflowRunOf(state, repository, run),
    repository: repositoryOf(state, repository),
    sender: accountOf(state, run.actor),
  });
}
