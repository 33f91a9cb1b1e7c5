import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  deliverComment,
  deliverIssue,
  deliverWorkflowRun,
  type FakeRepository,
} from '../fakes/github/index.ts';
import { calendarOf, digest } from './calendar.ts';
import { dangerousWorkflow, review, settled } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const { scheduled, makeDue, dashboards } = calendarOf(() => product);

describe('a check-box of the dashboard', () => {
  /** Checks a box as a person does: by editing the issue. */
  async function check(
    repository: FakeRepository,
    key: string,
    sender: string,
    change: (body: string) => string = body => body,
  ): Promise<string> {
    const [issue] = dashboards(repository);
    if (issue === undefined) throw new Error('there is no dashboard');
    const before = issue.body;
    issue.body = change(before)
      .split('\n')
      .map(line => (line.includes(`devops:box ${key} -->`) ? line.replace('[ ]', '[x]') : line))
      .join('\n');
    await deliverIssue(product.github.state, repository, issue, {
      action: 'edited',
      sender,
      before: { body: before },
    });
    await settled(product);
    return issue.body;
  }

  async function withDashboard(config = digest): Promise<FakeRepository> {
    const repository = await scheduled(config);
    makeDue(repository);
    await waitFor(() => dashboards(repository).length > 0, 'the dashboard');
    await settled(product);
    return repository;
  }

  it('acts for somebody who may, is open again, and says what came of it', async () => {
    const repository = await withDashboard();
    const body = await check(repository, 'refresh', 'mona');
    expect(body).toContain('- [ ] Bring this up to date now');
    expect(body).toMatch(/`mona`: brought up to date\./);
  });

  it('does nothing for somebody without the role, and says so', async () => {
    const repository = await withDashboard();
    const body = await check(repository, 'refresh', 'stranger');
    expect(body).toMatch(/`stranger`: not done; it needs the triage role\./);
  });

  const deploy = `${digest}deploy:
  environments:
    staging:
      runner: { type: event }
    production:
      runner: { type: event }
      gates: { allowed: { users: [lisa] } }
`;

  it('unlocks what the person may deploy to, and nothing else', async () => {
    const repository = await withDashboard(deploy);
    repository.roles.set('lisa', 'write');
    const issue = dashboards(repository)[0]?.number ?? 0;
    for (const line of ['/devops lock staging testing', '/devops lock production testing']) {
      await deliverComment(product.github.state, repository, { issue, author: 'lisa', body: line });
      await settled(product);
    }
    const listed = await check(repository, 'refresh', 'mona');
    expect(listed).toMatch(/- \[ \] Unlock `production`, locked by `lisa` since .*testing/);
    expect(await check(repository, 'unlock:production', 'mona')).toMatch(
      /`mona`: not done; you may not deploy/,
    );
    const body = await check(repository, 'unlock:staging', 'mona');
    expect(body).toMatch(/`mona`: 🔓 `staging` unlocked/);
    expect(body).not.toContain('devops:box unlock:staging');
    expect(body).toContain('devops:box unlock:production');
  });

  it('dismisses a finding of an open pull request', async () => {
    const repository = await withDashboard();
    repository.push('change', { '.github/workflows/build.yml': dangerousWorkflow });
    const pullRequest = repository.openPullRequest({ head: 'change', title: 'A change @octo/everybody' });
    await review(product, { repository, pullRequest });
    await settled(product);
    const listed = await check(repository, 'refresh', 'mona');
    const key = /devops:box (dismiss:\d+:[0-9a-f]{16})/.exec(listed)?.[1] ?? '';
    expect(listed).toMatch(/\*\*#\d+\*\* A change .*open finding/);
    expect(listed).not.toContain('@octo/everybody');
    const body = await check(repository, key, 'mona');
    expect(body).toMatch(/`mona`: dismissed `[0-9a-f]{8}` on #\d+\./);
    expect(body).not.toContain(key);
  });

  it('runs the failed jobs of a workflow again', async () => {
    const repository = await withDashboard();
    const run = repository.addWorkflowRun({
      path: '.github/workflows/ci.yml',
      headBranch: 'main',
      event: 'push',
      conclusion: 'failure',
      jobs: [
        { name: 'test', conclusion: 'failure', steps: [], log: '##[error]src/a.ts(1,1): error TS1005: x\n' },
      ],
    });
    await deliverWorkflowRun(product.github.state, repository, run);
    await settled(product);
    await check(repository, 'refresh', 'mona');
    const body = await check(repository, `rerun:${run.id}`, 'mona');
    expect(body).toContain(`\`mona\`: the failed jobs of run ${run.id} run again.`);
    expect(run.status).toBe('queued');
  });

  it.each<[string, (body: string) => string, string]>([
    ['is pressed as it was brought along', body => body, 'unlock:production'],
    [
      'stands behind the words of another, since the edit before',
      body => body.replace('devops:box refresh', 'devops:box rerun:1'),
      'rerun:1',
    ],
    [
      'has other words than the dashboard gave it',
      body => body.replace('Bring this up to date now', 'Click here'),
      'refresh',
    ],
    ['approves', body => `${body}\n- [ ] Approve <!-- devops:box approve:1 -->`, 'approve:1'],
    ['dismisses a finding that was never shown', body => body, `dismiss:1:${'a'.repeat(16)}`],
    [
      'stands in a dashboard whose other parts were taken away',
      () => '<!-- devops:dashboard:v1 -->\n- [ ] Unlock <!-- devops:box unlock:production -->',
      'unlock:production',
    ],
  ])('does nothing, whoever presses it, when it %s', async (_name, tamper, key) => {
    const repository = await withDashboard();
    const [issue] = dashboards(repository);
    if (issue === undefined) throw new Error('there is no dashboard');
    // The edit before this one; the App was not told of it, or it pressed nothing.
    issue.body = tamper(issue.body);
    if (!issue.body.includes(`box ${key} `)) issue.body += `\n- [ ] Do <!-- devops:box ${key} -->`;
    const from = product.github.requests.length;
    await check(repository, key, 'mona');
    expect(product.github.requests.slice(from)).toEqual([]);
  });

  it('is pressed once when the edit is delivered twice', async () => {
    const repository = await withDashboard();
    const [issue] = dashboards(repository);
    if (issue === undefined) throw new Error('there is no dashboard');
    const before = issue.body;
    issue.body = before.replace('[ ] Bring', '[x] Bring');
    const edit = { action: 'edited', sender: 'mona', before: { body: before } };
    await Promise.all([
      deliverIssue(product.github.state, repository, issue, edit),
      deliverIssue(product.github.state, repository, issue, edit),
    ]);
    await settled(product);
    expect(dashboards(repository)[0]?.body).toContain('- [ ] Bring this up to date now');
    expect(dashboards(repository)).toHaveLength(1);
  });

  it('is no box in an issue that a stranger made to look like the dashboard, or in a comment', async () => {
    const repository = await withDashboard();
    const [issue] = dashboards(repository);
    const body = issue?.body ?? '';
    const forged = repository.openIssue({ title: 'DevOps dashboard', body: body.replace('[ ]', '[x]') });
    await deliverIssue(product.github.state, repository, forged, { action: 'edited', before: { body } });
    const text = body.replace('[ ]', '[x]');
    await deliverComment(product.github.state, repository, {
      issue: issue?.number ?? 0,
      author: 'mona',
      body: text,
    });
    await settled(product);
    expect(issue?.body).toBe(body);
    expect(forged.body).toBe(text);
  });
});
