import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FakeGitHub, startFakeGitHub } from '../fakes/github/index.ts';
import { appPermissions } from '../server/start-product.ts';
import { buildAction, type FakeJob, type JobRun, pullRequestJob, runAction } from './run-action.ts';

const dangerous = {
  '.github/workflows/build.yml': `on: pull_request_target
jobs:
  build:
    runs-on: ubuntu-24.04
    permissions: {}
    steps:
      - run: echo \${{ github.event.pull_request.title }}
`,
};
const key = ['sk', 'test', 'not-a-key-0123456789'].join('-');

type Asked = { readonly headers: IncomingHttpHeaders; readonly body: string };
const asked: Asked[] = [];
let status = 200;

/** A server that speaks OpenAI's Chat Completions and assesses the first finding. */
const model: Server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    asked.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    const content = JSON.stringify({
      ranking: ['F1'],
      assessments: [
        {
          finding: 'F1',
          explanation: 'The title is chosen by anybody.',
          likelyFalsePositive: false,
          suggestion: null,
        },
      ],
      additional: [],
    });
    const answer = {
      id: 'chat-1',
      object: 'chat.completion',
      created: 1_750_000_000,
      model: 'local-model',
      choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 1_000, completion_tokens: 100, total_tokens: 1_100 },
    };
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(
        JSON.stringify(status === 200 ? answer : { error: { message: 'no', type: 'invalid_request_error' } }),
      );
  });
});

let github: FakeGitHub;
let entry: string;
let baseUrl: string;
beforeAll(async () => {
  entry = buildAction();
  github = await startFakeGitHub({ permissions: appPermissions });
  await new Promise<void>(resolve => {
    model.listen(0, '127.0.0.1', resolve);
  });
  baseUrl = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
});
afterAll(async () => {
  model.close();
  await github.close();
});
beforeEach(() => {
  asked.length = 0;
  status = 200;
});

let count = 0;
async function review(
  options: { readonly fork?: boolean; readonly policy?: string } & Pick<FakeJob, 'inputs'>,
): Promise<JobRun> {
  const repository = github.state.repository({
    name: `model-${++count}`,
    files: { '.github/devops.yml': options.policy ?? '' },
  });
  repository.push('change', dangerous);
  const pullRequest = repository.openPullRequest({ head: 'change', fork: options.fork ?? false });
  const inputs = options.inputs ?? { model: 'local-model', 'model-api-key': key, 'model-base-url': baseUrl };
  return await runAction({ entry, github, ...pullRequestJob(repository, pullRequest), inputs });
}

describe('a model', () => {
  it('is asked with the job’s key, and what it says is told with what it cost', async () => {
    const policy = 'model:\n  price:\n    input: 1\n    output: 10\n';
    const run = await review({ policy });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers.authorization).toBe(`Bearer ${key}`);
    expect(run.summary).toContain('The title is chosen by anybody.');
    expect(run.outputs).toMatchObject({ outcome: 'findings', 'cost-usd': '0.002' });
    expect(run.stdout.split(key)).toHaveLength(2);
  });

  it('is not asked about a fork, and that is no gap', async () => {
    const run = await review({ fork: true });
    expect(asked).toEqual([]);
    expect(run.outputs).toMatchObject({ outcome: 'findings', 'not-analysed': '0' });
  });

  it('leaves the result of the rules standing, as incomplete, when it fails', async () => {
    status = 400;
    const run = await review({});
    expect(run.outputs['outcome']).toBe('findings');
    expect(run.outputs['not-analysed']).toBe('1');
    expect(run.summary).toContain('the deterministic result stands');
  });

  it('that is named without a key is told', async () => {
    const run = await review({ inputs: { model: 'local-model' } });
    expect(asked).toEqual([]);
    expect(run.stdout).toMatch(/^::warning title=Security review::No model was asked/m);
    expect(run.outputs['cost-usd']).toBe('');
  });
});
