import { readFileSync } from 'node:fs';
import {
  deliverComment,
  deliverIssue,
  deliverPullRequest,
  deliverPush,
  deliverWorkflowRun,
} from '../fakes/github/index.ts';
import { calendarOf } from './calendar.ts';
import { comment, dispatched, finish, openDeployable, says, stagingOnly } from './deploy-scenario.ts';
import { openPullRequest, review, type Scenario, settled } from './scenario.ts';
import { type Product, waitFor } from './start-product.ts';

/** Requests to GitHub that one event made, in their order; without installation tokens, one an hour and repository. */
export type EventCalls = { readonly event: string; readonly operations: readonly string[] };

const log = (name: string): string => readFileSync(`test/diagnosis/fixtures/${name}.log`, 'utf8');

const dangerous =
  'on: pull_request\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    permissions: {}\n    steps:\n      - run: echo ${{ github.event.pull_request.title }}\n';

/** What each event and command makes the App ask of GitHub. `event` is as the documentation names it. */
export async function callsPerEvent(product: Product): Promise<readonly EventCalls[]> {
  const counted: EventCalls[] = [];
  const count = async (event: string, act: () => Promise<unknown>): Promise<void> => {
    await settled(product);
    const from = product.github.requests.length;
    await act();
    await settled(product);
    const made = product.github.requests.slice(from).map(({ operation }) => operation);
    // How often a workflow is looked at while it runs depends on how long that takes.
    const operations = made.filter(
      (name, at) => isOfTheEvent(name) && (name !== look || made.indexOf(name) === at),
    );
    counted.push({ event, operations });
  };
  // The organisation's own configuration is asked for once in five minutes.
  await review(product, changeOf(product));
  await reviews(product, count);
  await workflows(product, count);
  await issues(product, count);
  await commands(product, count);
  await deployments(product, count);
  await schedules(product, count);
  return counted;
}

/** The table of docs/performance.md. What is written is posted, edited or deleted; GraphQL is only read with here. */
export function renderCalls(counted: readonly EventCalls[]): string {
  const rows = counted.map(({ event, operations }) => {
    const written = operations.filter(name => !/^GET |graphql$/.test(name)).length;
    return `| ${event} | ${operations.length} | ${written} |`;
  });
  return ['| Event or command | Requests | Of them written |', '| --- | ---: | ---: |', ...rows].join('\n');
}

/** Not installation tokens, and not what the process asks at its start. */
function isOfTheEvent(operation: string): boolean {
  return !operation.endsWith('/access_tokens') && !operation.startsWith('GET /app/');
}

const look = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';

type Count = (event: string, act: () => Promise<unknown>) => Promise<void>;

function changeOf(product: Product): Scenario {
  return openPullRequest(product, {
    base: { 'src/cart.ts': 'export const total = 1;\n' },
    files: { '.github/workflows/build.yml': dangerous, 'src/cart.ts': 'export const total = 2;\n' },
  });
}

async function reviews(product: Product, count: Count): Promise<void> {
  const { state } = product.github;
  const scenario = changeOf(product);
  const { repository, pullRequest } = scenario;
  await count('`pull_request.opened`, findings', () => review(product, scenario));
  repository.push('change', { 'src/b.ts': 'export const b = 1;\n' });
  await count('`pull_request.synchronize`, the same findings', () =>
    review(product, scenario, 'synchronize'),
  );
  const clean = openPullRequest(product, { files: { 'src/a.ts': 'export const a = 1;\n' } });
  await count('`pull_request.opened`, nothing found', () => review(product, clean));
  await count('`pull_request.labeled`', () => deliverPullRequest(state, repository, pullRequest, 'labeled'));
  await count('`push` to a branch', () => deliverPush(state, repository, { branch: 'change' }));
  await count('`push` that changes the configuration', () =>
    deliverPush(state, repository, { paths: ['.github/devops.yml'] }),
  );
  await count('an ordinary comment', () => comment(product, scenario, 'Looks good to me.'));
  await count('`/devops review`', () => comment(product, scenario, '/devops review'));
  const unread = changeOf(product);
  await count('`/devops review code`', () => comment(product, unread, '/devops review code'));
}

async function workflows(product: Product, count: Count): Promise<void> {
  const scenario = openPullRequest(product, {
    files: { 'src/user.ts': "export type User = { id: number };\nexport const user: User = { id: '7' };\n" },
  });
  const { repository } = scenario;
  const end = async (conclusion: 'success' | 'failure', jobs: readonly string[], branch = 'change') => {
    const run = repository.addWorkflowRun({
      path: '.github/workflows/ci.yml',
      headBranch: branch,
      event: branch === 'change' ? 'pull_request' : 'push',
      conclusion,
      jobs: jobs.map(name => ({ name, conclusion: 'failure' as const, log: log('tsc-assign') })),
    });
    await deliverWorkflowRun(product.github.state, repository, run);
  };
  await count('`workflow_run.completed`, green', () => end('success', []));
  await count('`workflow_run.completed`, one job failed', () => end('failure', ['build']));
  await count('`workflow_run.completed`, green again', () => end('success', []));
  await count('`workflow_run.completed`, three jobs failed', () => end('failure', ['a', 'b', 'c']));
  await count('`workflow_run.completed`, failed on the default branch', () => end('failure', ['a'], 'main'));
  await count('`/devops diagnose`, a workflow with three failed jobs', () =>
    comment(product, scenario, '/devops diagnose'),
  );
  await count('`/devops flaky`', () => comment(product, scenario, '/devops flaky'));
}

async function issues(product: Product, count: Count): Promise<void> {
  const repository = product.github.state.repository({
    name: `issues-counted-${product.github.state.nextId()}`,
    files: { '.github/devops.yml': 'triage: {}\n', 'README.md': '# Shop\n' },
  });
  repository.addLabels(['bug', 'enhancement', 'question']);
  repository.roles.set('mona', 'write');
  const open = (title: string, body: string) => repository.openIssue({ title, body });
  const crash = '## Steps to reproduce\n\n1. Open the cart\n\n## Expected behavior\n\nA page';
  const issue = open('Checkout crashes when the cart is empty', crash);
  const { state } = product.github;
  await count('`issues.opened`, a label given', () => deliverIssue(state, repository, issue));
  const edit = async (): Promise<void> => {
    const before = { body: issue.body };
    issue.body += '\n\nIt was on a Monday.';
    await deliverIssue(state, repository, issue, { action: 'edited', before });
  };
  await count('`issues.edited`, nothing else to say', edit);
  const twin = open('Checkout crashes when the cart is empty', crash);
  await count('`issues.opened`, a duplicate told', () => deliverIssue(state, repository, twin));
  await count('`/devops triage`', () =>
    deliverComment(state, repository, { issue: twin.number, author: 'mona', body: '/devops triage' }),
  );
  const plain = product.github.state.repository({
    name: `issues-without-${product.github.state.nextId()}`,
    files: { 'README.md': '# Shop\n' },
  });
  const silent = plain.openIssue({ title: 'Crash', body: 'It crashes' });
  await count('`issues.opened` where triage is not configured', () => deliverIssue(state, plain, silent));
}

async function commands(product: Product, count: Count): Promise<void> {
  const scenario = changeOf(product);
  for (const line of [
    'ask where is the total?',
    'describe',
    'changelog',
    'help',
    'status',
    'locks',
    'health',
  ])
    await count(`\`/devops ${line.split(' ')[0]}\``, () => comment(product, scenario, `/devops ${line}`));
  await count('a command of somebody who may not', () =>
    comment(product, scenario, '/devops review', 'stranger'),
  );
}

async function deployments(product: Product, count: Count): Promise<void> {
  const scenario = await openDeployable(product);
  const deploy = async (target: Scenario): Promise<void> => {
    await comment(product, target, '/devops deploy staging');
    const run = await dispatched(target);
    await settled(product);
    await finish(product, target, run);
    await says(target, '✅ Deployed to staging');
  };
  await count('`/devops deploy`, to its end', () => deploy(scenario));
  const gated = await openDeployable(product, { policy: stagingOnly.replace(/ {6}gates: .*\n/, '') });
  await count('`/devops deploy` with every gate at its default, to its end', () => deploy(gated));
  const draft = await openDeployable(product, { draft: true });
  await count('`/devops deploy` refused by a gate', () => comment(product, draft, '/devops deploy staging'));
  await count('`/devops lock`', () => comment(product, scenario, '/devops lock staging'));
}

async function schedules(product: Product, count: Count): Promise<void> {
  const { scheduled, makeDue, dashboards } = calendarOf(() => product);
  const repository = await scheduled(
    "schedule:\n  - { name: weekly, cron: '0 7 * * 1', time-zone: Europe/Berlin, run: digest }\n",
  );
  const due = async (): Promise<void> => {
    const last = dashboards(repository)[0]?.body;
    makeDue(repository);
    await waitFor(() => {
      const body = dashboards(repository)[0]?.body;
      return body !== undefined && body !== last;
    }, 'the dashboard');
  };
  await count('a schedule is due: the dashboard is written', due);
  const tick = async (): Promise<void> => {
    const [issue] = dashboards(repository);
    if (issue === undefined) throw new Error('there is no dashboard');
    const before = { body: issue.body };
    issue.body = issue.body.replace(/\[ \](?=[^\n]*devops:box refresh)/, '[x]');
    await deliverIssue(product.github.state, repository, issue, { action: 'edited', sender: 'mona', before });
  };
  await count('a box of the dashboard is checked', tick);
}
