import { Buffer } from 'node:buffer';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverComment } from '../fakes/github/index.ts';
import { pullRequestOf } from '../fakes/github/representations/pull-request.ts';
import { repositoryOf } from '../fakes/github/representations/repository.ts';
import { botComments, dangerousWorkflow, openPullRequest, review, reviewed, settled } from './scenario.ts';
import { type Product, spawnServer, startProduct, waitFor, webhookSecret } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  // The most talkative level: what must not be logged must not be logged at any.
  product = await startProduct({ LOG_LEVEL: 'debug' });
});
afterAll(() => product.close());

/** Posts to the webhook as GitHub does. */
async function post(body: string, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(product.github.state.webhook?.url ?? '', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-github-delivery': randomUUID(),
      'x-github-event': 'pull_request',
      'x-hub-signature-256': `sha256=${createHmac('sha256', webhookSecret).update(body).digest('hex')}`,
      ...headers,
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

function openedPayload({ repository, pullRequest }: ReturnType<typeof openPullRequest>): string {
  const { state } = product.github;
  return JSON.stringify({
    action: 'opened',
    number: pullRequest.number,
    pull_request: pullRequestOf(state, repository, pullRequest),
    repository: repositoryOf(state, repository),
    sender: { login: 'mona', id: 1, type: 'User' },
    installation: { id: state.installationId },
  });
}

describe('the webhook secret', () => {
  const credentials = () => ({
    APP_ID: '1',
    PRIVATE_KEY: product.github.privateKey,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'devops-no-secret-')),
    PORT: '0',
  });

  it.each([
    ['is missing', {}, 'WEBHOOK_SECRET is not set'],
    ['is empty', { WEBHOOK_SECRET: '' }, 'WEBHOOK_SECRET is not set'],
    ['is the one that Probot has by default', { WEBHOOK_SECRET: 'development' }, 'WEBHOOK_SECRET: must have'],
  ])('that %s keeps the server from starting, in production or not', async (_name, variables, message) => {
    for (const NODE_ENV of ['production', 'development']) {
      const server = spawnServer({ ...credentials(), ...variables, NODE_ENV });
      expect(await server.exited).toBe(1);
      expect(server.output()).toContain(message);
      expect(server.output()).not.toMatch(/ {4}at |node:internal/);
    }
  });

  it('that is a guess is refused, whatever the guess', async () => {
    const body = '{"action":"opened"}';
    for (const guess of ['development', '', 'a guess']) {
      const signature = `sha256=${createHmac('sha256', guess).update(body).digest('hex')}`;
      expect((await post(body, { 'x-hub-signature-256': signature })).status).toBe(400);
    }
  });
});

describe('the webhook endpoint', () => {
  it('refuses a body over 25 MB and stays up', async () => {
    const status = await post(`{"action":"${'x'.repeat(25 * 1024 * 1024)}"}`).then(
      answer => answer.status,
      // The server may hang up before everything is sent.
      () => 413,
    );
    expect(status).toBe(413);
    expect((await fetch(`${product.url()}/healthz`)).status).toBe(200);
  });

  it.each([
    ['a payload that GitHub never sends', '{"action":"opened","pull_request":"planted-in-payload"}'],
    ['no object at all', '"planted-in-payload"'],
    ['null', 'null'],
  ])('answers %s without an exception’s text', async (_name, body) => {
    const { status, text } = await post(body);
    expect(status).toBeLessThan(600);
    expect(text).not.toMatch(/planted-in-payload|Error|invalid_type|expected| at /);
    expect((await fetch(`${product.url()}/readyz`)).status).toBe(200);
  });

  it('takes ten deliveries of one id at the same time as one', async () => {
    const scenario = openPullRequest(product, { files: { '.github/workflows/a.yml': dangerousWorkflow } });
    const body = openedPayload(scenario);
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(body, { 'x-github-delivery': id })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 202));
    await reviewed(scenario.repository, scenario.pullRequest.headSha);
    await settled(product);
    expect(scenario.repository.checkRuns.size).toBe(1);
    expect(botComments(scenario.repository)).toHaveLength(1);
  });
});

describe('a secondary rate limit', () => {
  it.each([
    ['the comment', 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'],
    ['the completed check', 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'],
    ['the check run', 'POST /repos/{owner}/{repo}/check-runs'],
    ['the facts', 'POST /graphql'],
  ])('delays %s and loses nothing', async (_name, operation) => {
    const scenario = openPullRequest(product, { files: { '.github/workflows/a.yml': dangerousWorkflow } });
    product.github.faults.push({ operation, times: 1, kind: 'secondary-rate-limit' });
    const check = await review(product, scenario);
    await settled(product);
    expect(check.fields.conclusion).toBe('failure');
    expect(scenario.repository.checkRuns.size).toBe(1);
    expect(botComments(scenario.repository)).toHaveLength(1);
    expect(product.github.faults.every(({ times }) => times === 0)).toBe(true);
  });
});

describe('the log', () => {
  it('holds no token, secret, payload or private text, at any level', async () => {
    const scenario = openPullRequest(product, {
      title: 'planted-title',
      body: 'planted-description',
      files: {
        'src/planted.ts': `export const key = '${['gh', 'p_'].join('')}${'k3J9'.repeat(9)}';\n// planted-code\n`,
        '.github/workflows/build.yml': dangerousWorkflow,
      },
    });
    await review(product, scenario);
    await deliverComment(product.github.state, scenario.repository, {
      issue: scenario.pullRequest.number,
      author: 'mona',
      body: 'planted-comment\n\n/devops dismiss 000000 planted-reason',
    });
    await waitFor(() => botComments(scenario.repository).length === 2, 'the answer');
    await post(openedPayload(scenario), { 'x-hub-signature-256': 'sha256=00' });
    product.github.faults.push({ operation: 'POST /graphql', times: 1, kind: 'error' });
    await review(product, openPullRequest(product, { title: 'planted-title', files: { 'a.ts': '//\n' } }));
    await settled(product);

    const log = product.log();
    expect(log).not.toMatch(/planted-(title|description|code|comment|reason|in-payload)/);
    expect(log).not.toContain(webhookSecret);
    expect(log).not.toContain(product.github.privateKey.split('\n')[1]);
    expect(log).not.toContain('k3J9k3J9');
    expect(product.github.state.tokens.size).toBeGreaterThan(0);
    for (const token of product.github.state.tokens.keys()) expect(log).not.toContain(token);
    // The App's own JWTs have the same header.
    expect(log).not.toContain(Buffer.from('{"alg":"RS256"').toString('base64url').slice(0, 18));
  });
});
