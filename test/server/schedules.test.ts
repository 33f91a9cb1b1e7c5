import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliverInstallation, deliverPush, type FakeRepository } from '../fakes/github/index.ts';
import { calendarOf, digest } from './calendar.ts';
import { botComments, settled } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  product.github.intercept = undefined;
});
afterAll(() => product.close());

const { scheduled, database, rows, makeDue, dashboards } = calendarOf(() => product);

describe('a schedule', () => {
  it('is read when the configuration on the default branch changes, and forgotten with it', async () => {
    const repository = await scheduled(digest);
    const [row, ...others] = rows(repository);
    expect(others).toEqual([]);
    const next = new Date(row?.next_at ?? 0);
    expect([next.getUTCDay(), next.getUTCMinutes()]).toEqual([1, 0]);
    expect([5, 6]).toContain(next.getUTCHours());
    repository.push('main', { '.github/devops.yml': 'version: 1\n' });
    await deliverPush(product.github.state, repository, { paths: ['.github/devops.yml'] });
    await settled(product);
    expect(rows(repository)).toEqual([]);
  });

  it('runs a missed tick once, late, and edits one issue in place', async () => {
    const repository = await scheduled(digest);
    makeDue(repository, 24 * 30);
    await waitFor(() => dashboards(repository).length > 0, 'the dashboard');
    await settled(product);
    const [issue] = dashboards(repository);
    expect(issue?.body).toMatch(/^<!-- devops:dashboard:v1 -->\n- \[ \] Bring this up to date now/);
    expect(issue?.body).toContain('| `weekly` | digest | `0 7 * * 1` Europe/Berlin |');
    const [row] = rows(repository);
    expect(row?.next_at).toBeGreaterThan(Date.now());
    makeDue(repository);
    await waitFor(() => rows(repository)[0]?.last_run !== row?.last_run, 'the next tick');
    await settled(product);
    expect(dashboards(repository)).toHaveLength(1);
  });

  it('ends with the installation', async () => {
    const repository = await scheduled(digest);
    await deliverInstallation(product.github.state, {
      event: 'installation',
      action: 'suspend',
      account: 'octo',
      repositories: [repository],
    });
    await settled(product);
    expect(rows(repository)).toEqual([]);
  });

  it('makes one run of a tick, whenever the server is killed around it', async () => {
    const repository = await scheduled(digest);
    for (let kill = 1; kill <= 3; kill++) {
      let seen = 0;
      product.github.intercept = async request => {
        if (request.operation.includes('/app/hook/') || ++seen !== kill) return undefined;
        await product.kill();
        return 'drop';
      };
      const before = rows(repository)[0]?.last_run;
      makeDue(repository);
      await waitFor(
        () => seen >= kill || (rows(repository)[0]?.last_run !== before && isIdle()),
        'the kill or the end',
      );
      product.github.intercept = undefined;
      await product.start();
      await waitFor(() => rows(repository)[0]?.last_run !== before, 'the tick');
      await settled(product);
      expect(dashboards(repository)).toHaveLength(1);
      expect(ticksOf(repository)).toBe(kill);
    }
  });
});

async function isIdle(): Promise<boolean> {
  const answer = await fetch(`${product.url()}/readyz`).catch(() => undefined);
  if (answer === undefined) return false;
  const status = (await answer.json()) as { readonly queued: number; readonly running: number };
  return status.queued + status.running === 0;
}

/** Lines of the audit log: one for each tick that was carried out. */
function ticksOf(repository: FakeRepository): number {
  const found = database(connection =>
    connection
      .prepare(`select count(*) as count from audit where action = 'schedule.run' and repository = ?`)
      .get(repository.fullName.toLowerCase()),
  );
  return Number(found?.['count']);
}

describe('what a schedule runs', () => {
  const entry = (run: string): string => `schedule:
  - { name: now, cron: '0 7 * * 1', ${run} }
`;

  async function told(config: string): Promise<string> {
    const repository = await scheduled(config);
    makeDue(repository);
    const comments = (): readonly string[] =>
      botComments(repository)
        .map(({ body }) => body)
        .filter(body => body.startsWith('<!-- devops:answer:v1 schedule now -->'));
    await waitFor(() => comments().length > 0, 'the comment of the schedule');
    await settled(product);
    expect(comments()).toHaveLength(1);
    return comments()[0] ?? '';
  }

  it.each([
    ['an audit without a role', entry('run: audit'), /No AWS account is configured for this repository/],
    ['an agent without a model', entry('run: agent, agent: reporting'), /No model is configured/],
    ['an agent that does not exist', entry('run: agent, agent: made-up'), /There is no agent `made-up`/],
    [
      'a workflow that does not exist',
      entry('run: workflow, workflow: made-up'),
      /There is no workflow `made-up`/,
    ],
  ])('%s says so in one comment on the dashboard', async (_name, config, expected) => {
    expect(await told(config)).toMatch(expected);
  });

  it('stale issues are told, closed when nobody answers, and kept when somebody does', async () => {
    const repository = await scheduled(
      `${entry('run: stale')}triage:\n  stale: { days: 60, close-after-days: 14 }\n`,
    );
    repository.addLabels(['stale', 'pinned']);
    const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
    const old = (title: string, labels: readonly string[] = []) =>
      repository.openIssue({ title, labels, createdAt: daysAgo(90) });
    const [quiet, loud, pinned] = [old('Quiet'), old('Loud'), old('Pinned', ['pinned'])];
    const fresh = repository.openIssue({ title: 'Fresh' });
    const tick = async (): Promise<void> => {
      const before = rows(repository)[0]?.last_run;
      makeDue(repository);
      await waitFor(() => rows(repository)[0]?.last_run !== before, 'the tick');
      await settled(product);
    };
    await tick();
    expect([quiet, loud, pinned, fresh].map(({ labels }) => labels)).toEqual([
      ['stale'],
      ['stale'],
      ['pinned'],
      [],
    ]);
    expect(botComments(repository).map(({ issue }) => issue)).toEqual([quiet.number, loud.number]);
    // Two weeks later.
    database(connection =>
      connection
        .prepare('update issue_memory set state = json_set(state, ?, ?) where repository = ?')
        .run('$.staleSince', daysAgo(15), repository.fullName.toLowerCase()),
    );
    quiet.updatedAt = daysAgo(15);
    loud.updatedAt = daysAgo(1);
    await tick();
    expect([quiet.state, loud.state, pinned.state]).toEqual(['closed', 'open', 'open']);
    expect(loud.labels).toEqual([]);
    expect(botComments(repository).map(({ issue }) => issue)).toEqual([quiet.number]);
  });
});
