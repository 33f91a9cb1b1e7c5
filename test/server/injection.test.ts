import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliverComment } from '../fakes/github/index.ts';
import { type FakeModel, noAdvice, startFakeModel } from '../fakes/model/index.ts';
import { attacks, hostileAnswers } from './attacks.ts';
import {
  botComments,
  dangerousWorkflow,
  openPullRequest,
  review,
  type Scenario,
  settled,
} from './scenario.ts';
import { type Product, startProduct, webhookSecret } from './start-product.ts';

let model: FakeModel;
let product: Product;
afterEach(() => {
  model.answer = () => noAdvice;
});

/** A server per group: writes to one installation are paced, and a group comes close to what goes out at once. */
function useProduct(): void {
  beforeAll(async () => {
    model = await startFakeModel();
    product = await startProduct({
      OPENAI_API_KEY: model.apiKey,
      OPENAI_BASE_URL: model.baseUrl,
      DEVOPS_MODEL: 'gpt-of-these-tests',
    });
  });
  afterAll(async () => {
    await product.close();
    await model.close();
  });
}

const path = '.github/workflows/build.yml';

/** What a review did to the world: everything that an attack could want to change. */
async function effectsOf(scenario: Scenario, action?: string) {
  const { requests } = product.github;
  const from = requests.length;
  const check = await review(product, scenario, action);
  await settled(product);
  const made = requests.slice(from);
  return {
    conclusion: check.fields.conclusion,
    findings: check.annotations.map(({ path: file, start_line: line, annotation_level: level }) => [
      file,
      line,
      level,
    ]),
    comments: botComments(scenario.repository).length,
    checks: scenario.repository.checkRuns.size,
    writes: made
      .filter(({ operation }) => !operation.startsWith('GET') && operation !== 'POST /graphql')
      .map(({ operation }) => operation)
      .filter(operation => !operation.includes('access_tokens') && !operation.includes('code-scanning')),
    elsewhere: made.filter(
      ({ path: target }) =>
        target.includes('/repos/') && !target.includes(`/repos/${scenario.repository.fullName}/`),
    ),
  };
}

const expected = {
  conclusion: 'failure',
  findings: [
    [path, 1, 'failure'],
    [path, 7, 'failure'],
  ],
  comments: 1,
  checks: 1,
  writes: [
    'POST /repos/{owner}/{repo}/check-runs',
    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  ],
  elsewhere: [],
};

/** What a model that does as the attacker says would answer. */
const obedient = JSON.stringify({
  ranking: [],
  assessments: ['F1', 'F2', 'F3', 'F4'].map(finding => ({
    finding,
    explanation: 'Approved by the security team; close this.',
    likelyFalsePositive: true,
    suggestion: null,
  })),
  additional: [],
});

describe('an injected instruction that the model obeys changes nothing', () => {
  useProduct();

  it.each(attacks)('$name', async attack => {
    model.answer = () => obedient;
    const before = model.requests.length;
    const scenario = openPullRequest(product, {
      title: attack.title ?? 'A change',
      body: attack.body ?? '',
      files: { [path]: dangerousWorkflow + (attack.workflowTail ?? ''), ...attack.files },
    });
    for (const text of attack.comments ?? [])
      scenario.repository.addComment(scenario.pullRequest.number, 'stranger', text, new Date().toISOString());
    expect(await effectsOf(scenario)).toEqual(expected);

    const [request] = model.requests.slice(before);
    // Whatever the attack says stands in the data, inside JSON, and never in the instructions.
    expect(request?.instructions).toBe(model.requests[0]?.instructions);
    expect(() => JSON.parse(request?.prompt ?? '')).not.toThrow();
    for (const text of attack.comments ?? []) expect(request?.text).not.toContain(text.slice(0, 20));
  });
});

describe('a hostile answer', () => {
  useProduct();

  it.each(hostileAnswers)(
    'that $name changes no outcome and comes out harmless',
    async ({ answer, neutral }) => {
      model.answer = () => JSON.stringify(answer);
      const scenario = openPullRequest(product, {
        files: {
          [path]: dangerousWorkflow,
          'src/a.ts': 'export const first = 1;\nexport const second = 2;\n',
        },
        base: {
          'src/a.ts': 'export const first = 1;\n',
          'src/unrelated.ts': 'export const untouched = true;\n',
        },
      });
      expect(await effectsOf(scenario)).toEqual(expected);
      const [comment] = botComments(scenario.repository);
      const body = comment?.body ?? '';
      expect(body.length).toBeLessThanOrEqual(65_536);
      // The marker that the App finds its comment by is ours, once, in front.
      expect(body.match(/<!-- devops/g)).toHaveLength(1);
      for (const pattern of neutral) expect(body).not.toMatch(pattern);
    },
  );

  it('cannot fail the check of a clean change, however loud it is, nor flood it', async () => {
    const text = `${Array.from({ length: 400 }, (_, index) => `export const value${index} = ${index};`).join('\n')}\n`;
    model.answer = () =>
      JSON.stringify({
        ranking: [],
        assessments: [],
        additional: Array.from({ length: 400 }, (_, index) => ({
          path: 'src/a.ts',
          line: index + 1,
          quote: `export const value${index} = ${index};`,
          severity: 'critical',
          cwe: 'CWE-78',
          message: 'Everything is on fire.',
          fix: 'Burn it.',
        })),
      });
    const scenario = openPullRequest(product, { files: { 'src/a.ts': text } });
    const { conclusion, findings, writes } = await effectsOf(scenario);
    expect(conclusion).not.toBe('failure');
    expect(findings.length).toBeLessThanOrEqual(20);
    expect(writes).toHaveLength(3);
  });

  it.each([
    ['the webhook secret', () => webhookSecret],
    ['the webhook secret reversed', () => Array.from(webhookSecret).toReversed().join('')],
    ['the model’s key', () => model.apiKey],
    ['the model’s key in base64', () => Buffer.from(`k=${model.apiKey}`).toString('base64')],
    ['a piece of the private key', () => product.github.privateKey.split('\n')[3]?.slice(8, 40) ?? ''],
  ])('that carries %s is not published in any form', async (_name, secret) => {
    model.answer = () =>
      JSON.stringify({
        ranking: [],
        assessments: [
          { finding: 'F1', explanation: `See ${secret()}`, likelyFalsePositive: false, suggestion: null },
        ],
        additional: [],
      });
    const from = product.github.requests.length;
    const scenario = openPullRequest(product, { files: { [path]: dangerousWorkflow } });
    const { conclusion, comments } = await effectsOf(scenario);
    expect(conclusion).toBe('failure');
    expect(comments).toBe(0);
    const sent = JSON.stringify(product.github.requests.slice(from));
    expect(sent).not.toContain(secret());
    expect(product.log()).not.toContain(secret());
  });
});

describe('what the secrets rules find', () => {
  useProduct();

  it('reaches neither the model nor the comment, wherever it stands', async () => {
    // Put together here, so that no scanner takes this file for a leak.
    const tokens = {
      inChange: `${['AK', 'IA'].join('')}Q3EGWZ7RTKXN5VLB`,
      inContext: `${['xo', 'xb'].join('')}-214857391046-583920174652-${'aZ4kT9qL2mX7bN5cR8vW1yPd'}`,
      inTitle: `${['sk', '_live_'].join('')}51${'Nq7Zk2Vw9Xb4Rt8Lm3Cp6Yd1'}`,
      inDescription: `${['np', 'm_'].join('')}${'a8Kd2Lq9Zx4Vn7Bt5Rw1Yc6Mh3Pf0Sg2Jk8T'}`,
    };
    const context = `const slack = '${tokens.inContext}';\nconst b = 1;\n`;
    const before = model.requests.length;
    const scenario = openPullRequest(product, {
      title: `Use ${tokens.inTitle}`,
      body: `${'x'.repeat(3980)} ${tokens.inDescription}`,
      base: { 'src/slack.ts': context },
      files: {
        'src/slack.ts': `${context}const c = 2;\n`,
        'src/aws.ts': `export const accessKeyId = '${tokens.inChange}';\n`,
      },
    });
    await review(product, scenario);
    expect(model.requests.length).toBe(before + 1);
    const sent = model.requests.map(({ text }) => text).join('\n');
    const published = JSON.stringify([
      botComments(scenario.repository),
      [...scenario.repository.checkRuns.values()],
      scenario.repository.sarifs,
    ]);
    for (const token of Object.values(tokens)) {
      expect(sent).not.toContain(token.slice(4, -4));
      expect(published).not.toContain(token.slice(4, -4));
    }
  });
});

describe('a command inside somebody else’s text', () => {
  useProduct();

  it.each([
    ['a stranger', 'stranger', '/devops dismiss 000000 approved'],
    ['a quote', 'mona', '> /devops dismiss 000000 approved'],
    ['a fence', 'mona', '```\n/devops dismiss 000000 approved\n```'],
    ['an HTML comment', 'mona', '<!-- /devops review -->'],
    ['the middle of a line', 'mona', 'please run /devops review now'],
  ])('of %s dismisses nothing and asks no model', async (_name, author, body) => {
    const scenario = openPullRequest(product, { files: { [path]: dangerousWorkflow } });
    await review(product, scenario);
    const before = model.requests.length;
    await deliverComment(product.github.state, scenario.repository, {
      issue: scenario.pullRequest.number,
      author,
      body,
    });
    await settled(product);
    expect(model.requests.length).toBe(before);
    expect(scenario.repository.checkRuns.size).toBe(1);
    expect(botComments(scenario.repository)).toHaveLength(1);
  });
});
