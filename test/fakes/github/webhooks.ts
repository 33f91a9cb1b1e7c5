import { createHmac, randomUUID } from 'node:crypto';
import type { FakePullRequest, FakeRepository } from './fake-repository.ts';
import type { FakeDelivery, FakeState } from './fake-state.ts';
import { accountOf, checkRunOf, commentOf, pullRequestOf, repositoryOf } from './routes/representations.ts';

/** Longest wait for an answer, milliseconds, as on github.com. */
const deliveryTimeoutMs = 10_000;

/** Sends a signed webhook, remembers it, and returns what was answered; status 0 when nothing was. */
export async function deliver(
  state: FakeState,
  event: string,
  payload: Readonly<Record<string, unknown>> & { readonly action: string },
): Promise<FakeDelivery> {
  const body = JSON.stringify({ ...payload, installation: { id: state.installationId } });
  const delivery: FakeDelivery = {
    id: state.nextId(),
    guid: randomUUID(),
    event,
    action: payload.action,
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
    sender: accountOf(pullRequest.author),
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
  const pullRequest = repository.pullRequests.get(options.issue);
  return await deliver(state, 'issue_comment', {
    action: options.action ?? 'created',
    issue: { number: options.issue, ...(pullRequest === undefined ? {} : { pull_request: { url: '' } }) },
    comment: commentOf(state, repository, comment),
    repository: repositoryOf(state, repository),
    sender: accountOf(options.author),
  });
}

/** "Re-run" or a button of a check run is pressed. */
export async function deliverCheckRun(
  state: FakeState,
  repository: FakeRepository,
  options: {
    readonly checkRunId: number;
    readonly sender: string;
    readonly action: 'rerequested' | 'requested_action';
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
    sender: accountOf(options.sender),
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
    sender: accountOf('mona'),
  });
}
