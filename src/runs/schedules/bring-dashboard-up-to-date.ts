import type { IssueClient } from '../../clients/github/issue-client.ts';
import type { Config } from '../../contracts/config.ts';
import { dashboardMarker } from '../../contracts/dashboard.ts';
import type { RunContext } from '../../contracts/engine.ts';
import { globalLock } from '../../contracts/lock.ts';
import { type DashboardView, dashboardTitle, renderDashboard } from '../../results/dashboard.ts';
import { linksOf, type RunParts, repositoryKey } from '../run-parts.ts';
import { readAwsCost } from './read-aws-cost.ts';
import type { ScheduleTarget } from './schedule-parts.ts';

/** What was done last, as many as are kept. */
const maxSaid = 5;
const dayMs = 24 * 3_600_000;

/**
 * Writes what is known of the repository into its one dashboard issue: made the first time, found again by number,
 * marker and author, and edited in place. `said` is told on top: what a checked box came to.
 *
 * @returns the issue's number.
 */
export async function bringDashboardUpToDate(
  context: RunContext,
  target: ScheduleTarget,
  parts: RunParts,
  said?: string,
): Promise<number> {
  return await context.effect('dashboard', {
    perform: () =>
      parts.oneAtATime(`${repositoryKey(target.repository)}/dashboard`, () =>
        write({ ...target, actor: context.request.actor.login, runId: context.request.id }, parts, said),
      ),
    // The issue is looked for before it is made.
    reconcile: async () => undefined,
  });
}

/** A dashboard, and who asks for it in which run: AWS's logs name them. */
type Asked = ScheduleTarget & { readonly actor: string; readonly runId: string };

async function write(target: Asked, parts: RunParts, said: string | undefined): Promise<number> {
  const { repository, installationId } = target;
  const key = repositoryKey(repository);
  const client = await parts.issues.dashboardClientFor(installationId, repository);
  const known = await parts.store.dashboards.find(key);
  const lines = [...(said === undefined ? [] : [said]), ...(known?.said ?? [])];
  const all = [...new Set(lines)].slice(0, maxSaid);
  const { body, boxes } = renderDashboard({ ...(await collect(target, client, parts)), said: all });
  const existing = await client.findOwnIssue({ number: known?.issue, marker: dashboardMarker });
  const put = async (issue: number): Promise<number> => {
    await parts.store.dashboards.put(key, { issue, boxes, said: all });
    return issue;
  };
  if (existing === undefined)
    return await put((await client.createIssue({ title: dashboardTitle, body })).number);
  // Before the edit: a box that is checked right after it is known then.
  await put(existing.number);
  if (existing.body !== body || !existing.open)
    await client.updateIssue(existing.number, { title: dashboardTitle, body });
  return existing.number;
}

async function collect(
  target: Asked,
  client: IssueClient,
  parts: RunParts,
): Promise<Omit<DashboardView, 'said'>> {
  const { repository, installationId } = target;
  const { store } = parts;
  const key = repositoryKey(repository);
  const now = parts.now();
  const day = (days: number): string => new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10);
  const locks = await store.locks.list(key);
  const config = await configOf({ repository, installationId }, parts);
  return {
    at: now.toISOString(),
    links: linksOf(repository, parts),
    reviews: await openFindings(key, client, parts),
    failures: await store.ci.open({ repository: key, pullRequest: 0 }),
    flaky: await store.ci.flaky(key, 10),
    deployments: await store.deployments.list({ repository: key, limit: 200 }),
    environments: config.deploy.environments.map(({ name }) => name),
    locks: locks.map(entry => ({ ...entry, isGlobal: entry.environment === globalLock })),
    approvals: await store.approvals.pending({ repository: key, now: now.toISOString() }),
    schedules: await store.schedules.list(key),
    modelCost: {
      weekUsd: await store.spending.since({ repository: key, day: day(7) }),
      monthUsd: await store.spending.since({ repository: key, day: day(30) }),
    },
    awsCost: await readAwsCost(parts.awsFor(config.aws, repository), config.aws, { ...target, now }),
  };
}

/** Findings of pull requests that are open now, without those that were dismissed. */
async function openFindings(
  repository: string,
  client: IssueClient,
  { store }: RunParts,
): Promise<DashboardView['reviews']> {
  const reviews = await store.reviews.open(repository);
  if (reviews.length === 0) return [];
  const titles = new Map((await client.openPullRequests()).map(({ number, title }) => [number, title]));
  const listed = [];
  for (const { pullRequest, findings } of reviews) {
    const title = titles.get(pullRequest);
    if (title === undefined) continue;
    const dismissed = (await store.dismissals.list({ repository, pullRequest })).map(
      ({ fingerprint }) => fingerprint,
    );
    const left = findings.filter(({ fingerprint }) => !dismissed.includes(fingerprint));
    if (left.length > 0) listed.push({ pullRequest, title, findings: left });
  }
  return listed;
}

async function configOf({ repository, installationId }: ScheduleTarget, parts: RunParts): Promise<Config> {
  const client = await parts.clientFor(installationId, repository);
  const { text } = await client.policy();
  const { config } = await parts.loadPolicy({
    installationId,
    owner: repository.owner,
    text,
  });
  return config;
}
