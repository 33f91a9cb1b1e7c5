import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  deliverCheckRun,
  deliverCheckSuite,
  deliverComment,
  deliverInstallation,
  deliverPing,
  deliverPullRequest,
  deliverWorkflowRun,
  type FakeRepository,
} from './github/index.ts';
import { appJwt, startTestGitHub, type TestGitHub } from './start-github.ts';

type Received = {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a payload of the stand-in's own.
  readonly payload: any;
};

const secret = 'the secret of these tests';
const received: Received[] = [];
let answers: number[] = [];
let receiver: Server;
let test: TestGitHub;
let repository: FakeRepository;

beforeAll(async () => {
  test = await startTestGitHub();
  receiver = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      received.push({ headers: request.headers, text, payload: JSON.parse(text) });
      response.writeHead(answers.shift() ?? 202).end();
    });
  });
  await new Promise<void>(resolve => {
    receiver.listen(0, '127.0.0.1', resolve);
  });
  const { port } = receiver.address() as AddressInfo;
  test.github.state.webhook = { url: `http://127.0.0.1:${port}/`, secret };
  repository = test.github.state.repository({ name: 'hello' });
  repository.push('change', { 'a.txt': 'a\n' });
  repository.openPullRequest({ head: 'change', author: 'mona', title: 'Add a' });
});
beforeEach(() => {
  received.length = 0;
  answers = [];
});
afterAll(async () => {
  test.github.assertValid();
  await test.close();
  receiver.close();
});

describe('a delivery', () => {
  it('is signed, named and complete', async () => {
    const { state } = test.github;
    const pullRequest = repository.pullRequests.get(1);
    expect(pullRequest).toBeDefined();
    if (pullRequest === undefined) return;
    const delivery = await deliverPullRequest(state, repository, pullRequest, 'opened');
    expect(delivery.status).toBe(202);
    const [{ headers, text, payload } = { headers: {}, text: '', payload: {} }] = received;
    const signature = createHmac('sha256', secret).update(text).digest('hex');
    expect(headers).toMatchObject({
      'x-hub-signature-256': `sha256=${signature}`,
      'x-github-event': 'pull_request',
      'x-github-delivery': delivery.guid,
    });
    expect(payload).toMatchObject({
      action: 'opened',
      installation: { id: state.installationId },
      repository: { full_name: 'octo/hello', default_branch: 'main' },
      sender: { login: 'mona', type: 'User' },
    });
    const read = await test.call('GET /repos/octo/hello/pulls/1');
    expect(payload.pull_request).toEqual(read.json);
  });

  it.each<readonly [string, () => Promise<unknown>, object]>([
    [
      'issue_comment',
      () => deliverComment(test.github.state, repository, { issue: 1, author: 'mona', body: 'Hi' }),
      { action: 'created', issue: { number: 1, pull_request: {} }, comment: { body: 'Hi' } },
    ],
    [
      'check_suite',
      () => deliverCheckSuite(test.github.state, repository, { headSha: sha(), sender: 'mona' }),
      { action: 'rerequested', check_suite: { pull_requests: [{ number: 1 }] } },
    ],
    [
      'check_run',
      () =>
        deliverCheckRun(test.github.state, repository, {
          checkRunId: checkRun(),
          sender: 'mona',
          action: 'requested_action',
          identifier: 'dismiss',
        }),
      { requested_action: { identifier: 'dismiss' }, check_run: { name: 'review' } },
    ],
    [
      'installation',
      () =>
        deliverInstallation(test.github.state, {
          event: 'installation',
          action: 'created',
          account: 'octo',
          repositories: [repository],
        }),
      { repositories: [{ full_name: 'octo/hello' }], installation: { account: { login: 'octo' } } },
    ],
    [
      'installation_repositories',
      () =>
        deliverInstallation(test.github.state, {
          event: 'installation_repositories',
          action: 'removed',
          account: 'octo',
          repositories: [repository],
        }),
      { repositories_removed: [{ name: 'hello' }], repositories_added: [] },
    ],
    ['ping', () => deliverPing(test.github.state), { hook: { type: 'App' } }],
  ])('of %s has what GitHub sends', async (event, send, expected) => {
    await send();
    expect(received[0]?.headers['x-github-event']).toBe(event);
    expect(received[0]?.payload).toMatchObject(expected);
  });
  const sha = () => repository.pullRequests.get(1)?.headSha ?? '';
  const checkRun = () => repository.addCheckRun(4242, sha(), { name: 'review' }).id;

  it('that failed is listed and really sent again, under the same name', async () => {
    answers = [500];
    const { state, privateKey } = test.github;
    const failed = await deliverPing(state);
    const token = appJwt(privateKey, { issuer: state.appId });
    const [listed] = (await test.call('GET /app/hook/deliveries?per_page=1', { token })).json;
    expect(listed).toMatchObject({ id: failed.id, status_code: 500, redelivery: false, event: 'ping' });
    const single = await test.call(`GET /app/hook/deliveries/${failed.id}`, { token });
    expect(single.json.request.payload.zen).toEqual(expect.any(String));
    const retry = await test.call(`POST /app/hook/deliveries/${failed.id}/attempts`, { token });
    expect(retry.status).toBe(202);
    await expect.poll(() => received.length).toBe(2);
    expect(received[1]?.headers['x-github-delivery']).toBe(failed.guid);
    expect(received[1]?.text).toBe(received[0]?.text);
    await expect.poll(() => state.deliveries.at(-1)?.status).toBe(202);
    const [again] = (await test.call('GET /app/hook/deliveries?per_page=1', { token })).json;
    expect(again).toMatchObject({ guid: failed.guid, redelivery: true, status_code: 202 });
  });
});

describe('webhooks by themselves', () => {
  it('follow what the REST API changes, the App’s own comments included', async () => {
    const { state } = test.github;
    const comment = { body: { body: 'By the App' } };
    await test.call('POST /repos/octo/hello/issues/1/comments', comment);
    await state.settled();
    expect(received).toEqual([]);
    state.autoDeliver = true;
    const { json } = await test.call('POST /repos/octo/hello/issues/1/comments', comment);
    await test.call(`PATCH /repos/octo/hello/issues/comments/${json.id}`, { body: { body: 'Edited' } });
    const run = repository.addCheckRun(4242, repository.git.commitOf('main') ?? '', { name: 'review' });
    await test.call(`POST /repos/octo/hello/check-runs/${run.id}/rerequest`);
    await state.settled();
    const seen = received.map(
      ({ headers, payload }) => `${String(headers['x-github-event'])}.${payload.action}`,
    );
    expect(seen.toSorted()).toEqual([
      'check_run.rerequested',
      'issue_comment.created',
      'issue_comment.edited',
    ]);
    expect(received.find(({ payload }) => payload.comment)?.payload.sender.type).toBe('Bot');
    state.autoDeliver = false;
  });
});

describe('a workflow run', () => {
  it('is reported as REST shows it', async () => {
    const run = repository.addWorkflowRun({ path: '.github/workflows/ci.yml', headBranch: 'main' });
    repository.finishWorkflowRun(run, 'failure');
    await deliverWorkflowRun(test.github.state, repository, run);
    expect(received[0]?.payload).toMatchObject({ action: 'completed', sender: { login: 'mona' } });
    const { json } = await test.call(`GET /repos/octo/hello/actions/runs/${run.id}`);
    expect(received[0]?.payload.workflow_run).toEqual(json);
  });
});
