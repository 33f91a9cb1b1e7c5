import type { Approval } from '../contracts/approval.ts';
import { type BoxAction, boxText, dashboardMarker } from '../contracts/dashboard.ts';
import type { DeployRecord } from '../contracts/deploy.ts';
import type { CiFailure, FlakyTest, OpenReview, StoredSchedule } from '../contracts/store.ts';
import { renderFlaky } from './ci-comment.ts';
import { renderDeployStatus } from './deploy-status.ts';
import { type ListedLock, lockLine } from './locks.ts';
import { commitUrl, type RepositoryLinks } from './permalink.ts';
import { codeSpan, inlineText, truncate } from './untrusted-text.ts';

export const dashboardTitle = 'DevOps dashboard';

/** Everything the dashboard shows. Titles, summaries and names are untrusted. */
export type DashboardView = {
  /** ISO 8601. */
  readonly at: string;
  readonly links: RepositoryLinks;
  readonly reviews: readonly (Pick<OpenReview, 'pullRequest' | 'findings'> & { readonly title: string })[];
  /** Of the default branch. */
  readonly failures: readonly CiFailure[];
  readonly flaky: readonly FlakyTest[];
  /** Newest first. */
  readonly deployments: readonly DeployRecord[];
  /** In the order of the configuration. */
  readonly environments: readonly string[];
  readonly locks: readonly ListedLock[];
  readonly approvals: readonly Approval[];
  readonly schedules: readonly StoredSchedule[];
  readonly modelCost: { readonly weekUsd: number; readonly monthUsd: number };
  /** Null: no account is configured. */
  readonly awsCost: AwsCost | null;
  /** What the last boxes did, the newest first; ours. */
  readonly said: readonly string[];
};

/** What the account cost, as Cost Explorer says it. Days are UTC, `to` not included. */
export type AwsCost =
  | {
      readonly kind: 'known';
      readonly from: string;
      readonly to: string;
      /** The dearest first. Amounts of two currencies are never added. */
      readonly services: readonly {
        readonly service: string;
        readonly amount: number;
        readonly unit: string;
      }[];
    }
  | { readonly kind: 'unknown'; readonly why: string };

/** The issue's text and the boxes in it, as they stand behind their marks. */
export type RenderedDashboard = { readonly body: string; readonly boxes: readonly string[] };

/** GitHub takes 65,536 characters. */
const maxLength = 60_000;
const maxPullRequests = 20;
const maxFindings = 5;
const maxFailures = 10;
const maxServices = 3;
const maxTests = 5;

/** Renders the dashboard. A section without anything to show says so in a word. */
export function renderDashboard(view: DashboardView): RenderedDashboard {
  const boxes: string[] = [];
  const box: Box = (action, text) => {
    const written = boxText(action, text);
    boxes.push(written);
    return `- [ ] ${written}`;
  };
  const sections = [
    `${box({ kind: 'refresh' }, 'Bring this up to date now')}`,
    ...(view.said.length === 0 ? [] : [view.said.map(line => `> ${line}`).join('\n>\n')]),
    section('Findings in open pull requests', findings(view, box)),
    section('CI on the default branch', failures(view, box)),
    ...(view.flaky.length === 0 ? [] : [section('Flaky tests', renderFlaky(view.flaky))]),
    section('Deployments', deployments(view, box)),
    section('Waiting for an approval', approvals(view)),
    section('Schedules', renderSchedules(view.schedules)),
    section('Cost', cost(view)),
  ];
  const foot = `<sub>As of ${view.at}. Checking a box does what it says, if you may give the command that does the same; the box is open again afterwards and the result stands on top. What else is written here is overwritten.</sub>`;
  const body = truncate(`${dashboardMarker}\n${sections.join('\n\n')}`, maxLength);
  return { body: `${body}\n\n${foot}\n`, boxes: boxes.filter(written => body.includes(`- [ ] ${written}`)) };
}

type Box = (action: BoxAction, text: string) => string;

function section(title: string, text: string): string {
  return `## ${title}\n${text}`;
}

function findings({ reviews }: DashboardView, box: Box): string {
  if (reviews.length === 0) return 'None.';
  const blocks = reviews.slice(0, maxPullRequests).map(({ pullRequest, title, findings: open }) => {
    const more = open.length - maxFindings;
    const lines = open.slice(0, maxFindings).map(({ fingerprint, summary }) => {
      const what = summary === '' ? '' : `: ${inlineText(summary, 200)}`;
      return box(
        { kind: 'dismiss', pullRequest, fingerprint },
        `Dismiss \`${fingerprint.slice(0, 8)}\`${what}`,
      );
    });
    const rest = more > 0 ? [`and ${more} more`] : [];
    const count = `${open.length} open ${open.length === 1 ? 'finding' : 'findings'}`;
    return [`**#${pullRequest}** ${inlineText(title, 120)}: ${count}`, '', ...lines, ...rest].join('\n');
  });
  const left = reviews.length - maxPullRequests;
  return [...blocks, ...(left > 0 ? [`and ${left} further pull requests`] : [])].join('\n\n');
}

function failures({ failures: open, links }: DashboardView, box: Box): string {
  if (open.length === 0) return 'Green, as far as its runs were seen.';
  return open
    .slice(0, maxFailures)
    .map(({ workflow, runId, source, failures: why }) => {
      const url = `${links.serverUrl}/${links.owner}/${links.name}/actions/runs/${runId}`;
      const reason = reasonOf(why);
      // Checks of other systems are not GitHub's to run again.
      if (source === 'check') return `**${codeSpan(workflow, 100)}** fails: ${reason}`;
      return [
        `**${codeSpan(workflow, 100)}** fails: ${reason} ([log](${url}))`,
        '',
        box({ kind: 'rerun', workflowRun: runId }, `Run the failed jobs of ${codeSpan(workflow, 60)} again`),
      ].join('\n');
    })
    .join('\n\n');
}

/** What failed: the first error, or the tests by name. */
function reasonOf(failures: CiFailure['failures']): string {
  const [first] = failures;
  if (first === undefined) return 'its log does not say why';
  const tests = [...new Set(failures.flatMap(failure => failure.tests.map(({ name }) => name)))];
  if (tests.length === 0) return inlineText(first.message, 200);
  const beyond = failures.reduce((sum, { tests: own, more }) => sum + (own.length > 0 ? more : 0), 0);
  const all = tests.length + beyond;
  const more = all - Math.min(tests.length, maxTests);
  const named = tests.slice(0, maxTests).map(name => codeSpan(name, 100));
  const count = all === 1 ? '1 test' : `${all} tests`;
  return `${count}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function deployments(view: DashboardView, box: Box): string {
  const { deployments: records, links, locks } = view;
  const unlocks = locks.map(({ environment, isGlobal, lock }) =>
    box(
      { kind: 'unlock', environment: isGlobal ? null : environment },
      `Unlock ${isGlobal ? 'all environments' : codeSpan(environment, 70)}, locked ${lockLine(lock)}`,
    ),
  );
  return [
    renderDeployStatus(records, { links, locks }),
    ...(unlocks.length === 0 ? [] : [unlocks.join('\n')]),
    ...drift(view),
  ].join('\n\n');
}

/** Environments that follow each other and run different commits. */
function drift({ deployments: records, environments, links }: DashboardView): readonly string[] {
  const active = environments.flatMap(environment => {
    const found = records.find(record => record.environment === environment && record.state === 'success');
    return found === undefined ? [] : [found];
  });
  const commit = ({ sha }: DeployRecord): string => `[\`${sha.slice(0, 7)}\`](${commitUrl(links, sha)})`;
  const lines = active.slice(1).flatMap((record, index) => {
    const before = active[index];
    if (before === undefined || before.sha === record.sha) return [];
    const since = record.updatedAt.slice(0, 10);
    return [
      `- ${codeSpan(record.environment, 70)} has ${commit(record)} since ${since}, ${codeSpan(before.environment, 70)} has ${commit(before)}`,
    ];
  });
  if (lines.length > 0) return [`**Drift** between environments:\n\n${lines.join('\n')}`];
  return active.length > 1 ? ['No drift: the environments run the same commit.'] : [];
}

function approvals({ approvals: pending }: DashboardView): string {
  if (pending.length === 0) return 'Nothing.';
  return pending
    .slice(0, 20)
    .map(({ id, pullRequest, summary, requestedBy, expiresAt }) => {
      const where = pullRequest === null ? '' : ` on #${pullRequest}`;
      return `- ${inlineText(summary, 200)}, asked by ${codeSpan(requestedBy, 60)}${where}, until ${expiresAt}: ${codeSpan(`/devops approve ${id}`)}`;
    })
    .join('\n');
}

/** A table of schedules, as the dashboard and `/devops schedules` show it. */
export function renderSchedules(schedules: readonly StoredSchedule[]): string {
  if (schedules.length === 0) return 'None are configured.';
  const rows = schedules.map(({ entry, nextAt, last }) => {
    const { name, cron, timeZone, work } = entry;
    const what =
      work.kind === 'agent'
        ? `agent ${codeSpan(work.agent, 60)}`
        : work.kind === 'workflow'
          ? `workflow ${codeSpan(work.workflow, 60)}`
          : work.kind;
    const ran = last === undefined ? '' : `${last.at} (\`${last.runId}\`)`;
    return `| ${codeSpan(name, 60)} | ${what} | ${codeSpan(cron, 60)} ${inlineText(timeZone, 60)} | ${nextAt} | ${ran} |`;
  });
  return ['| Name | Runs | When | Next | Last |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function cost({ modelCost, awsCost }: DashboardView): string {
  const usd = (amount: number): string => `$${amount.toFixed(2)}`;
  const models = `Models: ${usd(modelCost.weekUsd)} in the last 7 days, ${usd(modelCost.monthUsd)} in the last 30.`;
  return awsCost === null ? models : `${models}\n\n${aws(awsCost)}`;
}

/** Totals by currency, and the services that cost most. */
function aws(cost: AwsCost): string {
  if (cost.kind === 'unknown') return `AWS: not known. ${inlineText(cost.why, 300)}`;
  const money = (amount: number, unit: string): string =>
    unit === 'USD' ? `$${amount.toFixed(2)}` : `${amount.toFixed(2)} ${inlineText(unit, 5)}`;
  const units = [...new Set(cost.services.map(({ unit }) => unit))];
  const totals = units.map(unit => {
    const own = cost.services.filter(service => service.unit === unit);
    return money(
      own.reduce((sum, { amount }) => sum + amount, 0),
      unit,
    );
  });
  const largest = cost.services
    .filter(({ amount }) => amount >= 0.01)
    .slice(0, maxServices)
    .map(({ service, amount, unit }) => `${inlineText(service, 60)} ${money(amount, unit)}`);
  const most = largest.length === 0 ? '' : ` Most: ${largest.join(', ')}.`;
  return `AWS: ${totals.join(' and ') || '$0.00'} from ${cost.from} until ${cost.to}.${most}`;
}
