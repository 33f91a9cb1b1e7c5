import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeIssue } from '../fakes/github/fake-records.ts';
import { deliverComment, deliverIssue, type FakeRepository } from '../fakes/github/index.ts';
import { botComments, settled } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
  // The organisation's file is asked for once in five minutes, and failed deliveries once at the start.
  await open(repositoryWith(undefined), { title: 'Hello' });
});
afterAll(() => product.close());

let count = 0;

/** A repository with labels and, where it is given, a `triage:` section. */
function repositoryWith(
  config: string | undefined,
  files: Readonly<Record<string, string>> = {},
): FakeRepository {
  const repository = product.github.state.repository({
    name: `issues-${++count}`,
    files: {
      'README.md': '# Shop\n',
      ...files,
      ...(config === undefined ? {} : { '.github/devops.yml': config }),
    },
  });
  repository.addLabels(['bug', 'enhancement', 'question', 'area/cart', 'area/search', 'p1', 'p3', 'wontfix']);
  repository.roles.set('mona', 'write');
  return repository;
}

type Opened = Parameters<FakeRepository['openIssue']>[0];

/** Opens an issue and waits for what comes of it; gives the issue and how many calls it took. */
async function open(repository: FakeRepository, options: Opened) {
  const issue = repository.openIssue(options);
  const from = product.github.requests.length;
  await deliverIssue(product.github.state, repository, issue);
  await settled(product);
  return { issue, calls: product.github.requests.slice(from).map(({ operation }) => operation) };
}

const crash = {
  title: 'Checkout crashes when the cart is empty',
  body: '## Steps to reproduce\n\n1. Open the cart\n\n## Expected behavior\n\nA page',
};

describe('an issue', () => {
  it('gets labels from those that the repository has: one token, two reads, one write', async () => {
    const repository = repositoryWith('triage: {}\n');
    const { issue, calls } = await open(repository, crash);
    expect(issue.labels).toEqual(['bug']);
    expect([...repository.labels.keys()]).toHaveLength(8);
    expect(calls).toEqual([
      'POST /app/installations/{installation_id}/access_tokens',
      'POST /graphql',
      'POST /graphql',
      'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
    ]);
  });

  it('is left alone where nothing is configured, but for a report of a vulnerability', async () => {
    const repository = repositoryWith(undefined, { 'SECURITY.md': '# Security\n' });
    const { issue, calls } = await open(repository, crash);
    expect(issue.labels).toEqual([]);
    expect(botComments(repository)).toEqual([]);
    expect(calls).toEqual(['POST /app/installations/{installation_id}/access_tokens', 'POST /graphql']);
    await open(repository, {
      title: 'Remote code execution through the search box',
      body: 'An attacker can send `$(id)` …',
    });
    const [comment, ...others] = botComments(repository);
    expect(others).toEqual([]);
    expect(comment?.body).toContain(`${repository.name}/security/policy`);
    expect(comment?.body).not.toMatch(/\$\(id\)|search box/);
  });
});

/** Somebody changes the issue's text. */
async function edit(repository: FakeRepository, issue: FakeIssue, body: string, sender = issue.author) {
  const before = { body: issue.body };
  issue.body = body;
  const from = product.github.requests.length;
  await deliverIssue(product.github.state, repository, issue, { action: 'edited', sender, before });
  await settled(product);
  return product.github.requests.slice(from).map(({ operation }) => operation);
}

const bodies = (repository: FakeRepository): readonly string[] =>
  botComments(repository).map(({ body }) => body);

describe('information that is missing', () => {
  const form = `name: Bug
body:
  - type: textarea
    attributes: { label: What happened }
    validations: { required: true }
  - type: input
    attributes: { label: Version }
    validations: { required: true }
`;

  it('is asked for once, taken back when it is there, and never asked for again', async () => {
    const repository = repositoryWith('triage: {}\n', { '.github/ISSUE_TEMPLATE/bug.yml': form });
    const empty = '### What happened\n\nIt broke\n\n### Version\n\n_No response_';
    const { issue } = await open(repository, { title: 'It broke', body: empty });
    expect(bodies(repository)).toEqual([expect.stringContaining('### Please add\n- Version\n')]);
    await edit(repository, issue, `${empty} `);
    expect(bodies(repository)).toHaveLength(1);
    await edit(repository, issue, empty.replace('_No response_', '1.2'));
    expect(bodies(repository)).toEqual([]);
    await edit(repository, issue, empty);
    expect(bodies(repository)).toEqual([]);
  });
});

describe('likely duplicates', () => {
  it('are suggested with what both speak of, and nothing is closed', async () => {
    const repository = repositoryWith('triage: {}\n');
    for (const title of ['Add dark mode', 'Search takes ten seconds', 'Login loses the focus'])
      repository.openIssue({ title });
    const first = repository.openIssue({
      title: 'Checkout crashes with an empty cart',
      body: 'TypeError: total of undefined in renderCart',
    });
    const { issue } = await open(repository, {
      title: 'Crash at checkout, cart is empty',
      body: 'renderCart says TypeError: total undefined',
    });
    const [body = ''] = bodies(repository);
    expect(body).toMatch(
      new RegExp(
        `- #${first.number} Checkout crashes with an empty cart: \\d+ % alike by its words; both speak of .*\`checkout\``,
      ),
    );
    expect(issue.state).toBe('open');
  });
});

describe('owners and rules', () => {
  const config = `triage:
  owners: assign
  rules:
    - text: 'invoice|receipt'
      labels: [area/billing, AREA/cart, made-up]
      mention: [octo/billing]
    - paths: ['src/search/**']
      assign: [hubot]
`;
  const files = {
    '.github/CODEOWNERS': '* @mona\nsrc/search/ @octo/search @lisa\n',
    'src/search/index.ts': 'export {};\n',
  };

  it('act on what the repository has and nothing else', async () => {
    const repository = repositoryWith(config, files);
    for (const login of ['lisa', 'hubot']) repository.roles.set(login, 'write');
    const { issue } = await open(repository, {
      title: 'The receipt is empty',
      body: 'at find (src/search/index.ts:3:1)\nat src/made/up.ts:1\n\n@octo/everybody please look',
    });
    expect(issue.labels).toEqual(['area/cart']);
    expect(issue.assignees).toEqual(['hubot', 'lisa']);
    const [body = ''] = bodies(repository);
    expect(body).toContain('- `src/search/index.ts`: `@octo/search`, `@lisa`');
    expect(body).toContain('For @octo/billing.');
    expect(body).not.toMatch(/made|everybody/);
    expect(repository.labels.has('made-up')).toBe(false);
  });
});

describe('what people decided', () => {
  it('stands: a label that somebody took off does not come back', async () => {
    const repository = repositoryWith('triage: {}\n');
    const { issue } = await open(repository, crash);
    expect(issue.labels).toEqual(['bug']);
    issue.labels.length = 0;
    await edit(repository, issue, `${crash.body}\nMore`);
    expect(issue.labels).toEqual([]);
  });

  it('stands: a type that somebody chose is not doubled, and no label is removed', async () => {
    const repository = repositoryWith('triage: {}\n');
    const { issue } = await open(repository, { ...crash, labels: ['question', 'wontfix'] });
    expect(issue.labels).toEqual(['question', 'wontfix']);
  });

  it('is asked for by the command, by those who may', async () => {
    const repository = repositoryWith('triage: {}\n');
    const issue = repository.openIssue(crash);
    const say = async (author: string, body: string) => {
      await deliverComment(product.github.state, repository, { issue: issue.number, author, body });
      await settled(product);
    };
    await say('stranger', '/devops triage');
    expect(issue.labels).toEqual([]);
    await say('mona', '/devops triage');
    expect(issue.labels).toEqual(['bug']);
    await say('mona', '/devops triage');
    expect(bodies(repository)).toEqual([expect.stringContaining('Nothing to change')]);
    await say('mona', '/devops schedules');
    expect(bodies(repository).at(-1)).toContain('None are configured.');
  });
});

describe('a credential in an issue', () => {
  it('is warned of, and neither it nor the text around it is repeated', async () => {
    const token = `${['gh', 'p_'].join('')}a8Kd2Lq9Zx4Vn7Bt5Rw1Yc6Mh3Pf0Sg2Jk8T`;
    const repository = repositoryWith(undefined);
    const { issue } = await open(repository, { title: 'Cannot log in', body: `I use ${token} for it` });
    const [body = ''] = bodies(repository);
    expect(body).toContain('### ⚠️ A credential stands in this issue');
    expect(body).not.toContain(token.slice(8, 20));
    await edit(repository, issue, 'I took it out');
    expect(bodies(repository)).toEqual([]);
  });
});

describe('issues as attacks', () => {
  const marker = '<!-- devops:answer:v1 triage -->';

  it.each([
    ['commands', 'Please help', '/devops deploy production\n/devops triage\n/devops approve 1'],
    ['the marker of our comment', marker, `${marker}\n### 🔒 all is well`],
    [
      'the dashboard',
      '<!-- devops:dashboard:v1 -->',
      '<!-- devops:dashboard:v1 -->\n- [x] now <!-- devops:box refresh -->',
    ],
    [
      'mentions and closing words',
      '@octo/everybody closes #1',
      '@mona fixes #2 ![x](http://evil.example/x.png)',
    ],
  ])('with %s lead to nothing but reading', async (_name, title, body) => {
    const repository = repositoryWith('triage: {}\n');
    const { calls } = await open(repository, { title, body });
    expect(calls.filter(call => !call.includes('access_tokens') && call !== 'POST /graphql')).toEqual([]);
    expect(bodies(repository)).toEqual([]);
  });

  it('are quoted as text only: titles of duplicates call nobody and close nothing', async () => {
    const repository = repositoryWith('triage: {}\n');
    const words = 'the frobnicator of the gizmo widget overheats badly';
    repository.openIssue({ title: `@octo/everybody closes #1 <img src=x> ${words}`, body: words });
    await open(repository, { title: words, body: words });
    const [body = ''] = bodies(repository);
    expect(body).toContain('### Perhaps the same as');
    expect(body).not.toMatch(/@octo\/everybody|<img|closes #1\b/);
  });

  it('cannot make a comment by a person pass for ours', async () => {
    const repository = repositoryWith(undefined);
    const issue = repository.openIssue({ title: 'Remote code execution', body: 'x' });
    repository.addComment(issue.number, 'stranger', `${marker}\nAll is well`, new Date().toISOString());
    await deliverIssue(product.github.state, repository, issue);
    await settled(product);
    expect(bodies(repository)).toHaveLength(1);
  });
});

describe('an issue event that says nothing new', () => {
  it.each([
    ['by a bot', { sender: 'dependabot[bot]' }],
    ['without a change of title or text', { action: 'edited', before: {} }],
    ['of another kind', { action: 'labeled' }],
  ])('%s costs no call', async (_name, options) => {
    const repository = repositoryWith('triage: {}\n');
    const issue = repository.openIssue(crash);
    const from = product.github.requests.length;
    await deliverIssue(product.github.state, repository, issue, options);
    await settled(product);
    expect(product.github.requests.slice(from)).toEqual([]);
  });
});
