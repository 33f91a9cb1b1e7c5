import type { RunContext, RunWaiting } from '../../contracts/engine.ts';
import type { ScheduleEntry } from '../../contracts/schedule.ts';
import { renderAnswer } from '../../results/answer.ts';
import { codeSpan } from '../../results/untrusted-text.ts';
import { tellAsked } from '../agents/agent-command.ts';
import { approvingRun, prepareAgents } from '../agents/prepare-agents.ts';
import { approvalWaitMs, askForApprovals } from '../agents/run-approvals.ts';
import { runAudit } from '../audit/run-audit.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';
import { staleIssues } from '../triage/stale-issues.ts';
import { bringDashboardUpToDate } from './bring-dashboard-up-to-date.ts';
import type { ScheduleTarget } from './schedule-parts.ts';
import { readSchedules } from './sync-schedules.ts';
import { writeOnDashboard } from './write-on-dashboard.ts';

type Tick = ScheduleTarget & { readonly name: string; readonly plannedAt: string };

/**
 * Carries out a tick. What it runs is read from the default branch now, not when it was planned: an entry that is gone
 * runs nothing.
 */
export async function runScheduled(
  context: RunContext,
  tick: Tick,
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  const entry = await context.step('entry', async (): Promise<ScheduleEntry | null> => {
    const config = await readSchedules(tick, parts);
    return config?.schedule.find(({ name }) => name === tick.name) ?? null;
  });
  await context.step('audit', async () => {
    await parts.store.audit.append({
      at: parts.now().toISOString(),
      runId: context.request.id,
      repository: repositoryKey(tick.repository),
      actor: context.request.actor.login,
      action: entry === null ? 'schedule.gone' : 'schedule.run',
      details: { schedule: tick.name, plannedAt: tick.plannedAt, work: entry?.work.kind ?? null },
    });
    return true;
  });
  return entry === null ? undefined : await carryOut(context, { tick, entry }, parts);
}

async function carryOut(
  context: RunContext,
  { tick, entry }: { readonly tick: Tick; readonly entry: ScheduleEntry },
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  switch (entry.work.kind) {
    case 'digest':
      await bringDashboardUpToDate(context, tick, parts);
      return undefined;
    case 'stale':
      await staleIssues(context, tick, parts);
      return undefined;
    case 'audit': {
      const { text } = await runAudit(context, { ...tick, regions: [], controls: [] }, parts);
      await tell(context, { tick, text, stage: '' }, parts);
      return undefined;
    }
    case 'agent':
    case 'workflow':
      return await runAgents(context, { tick, work: entry.work }, parts);
  }
}

/** Agents and workflows answer on the dashboard issue; plans that need an approval wait for one there. */
async function runAgents(
  context: RunContext,
  asked: {
    readonly tick: Tick;
    readonly work: Extract<ScheduleEntry['work'], { kind: 'agent' | 'workflow' }>;
  },
  parts: RunParts,
): Promise<RunWaiting | undefined> {
  const { tick, work } = asked;
  const issue = await bringDashboardUpToDate(context, tick, parts);
  const client = await parts.clientFor(tick.installationId, tick.repository);
  const place = { ...tick, issue, onPullRequest: false };
  const prepared = await prepareAgents(context, { place, client }, parts);
  try {
    const told = await tellAsked(
      work.kind === 'agent'
        ? { kind: 'run', agent: work.agent, input: work.input }
        : { kind: 'workflow', name: work.workflow, inputs: work.inputs },
      prepared,
    );
    const approvals = await askForApprovals(approvingRun(context, place), told.approvals, {
      approvals: parts.store.approvals,
      now: parts.now,
    });
    const stage = approvals.map(({ id }) => id).join(' ');
    await tell(context, { tick, text: told.text(approvals), stage }, parts);
    return approvals.length === 0 ? undefined : { kind: 'waiting', delayMs: approvalWaitMs };
  } finally {
    await prepared.composed.close();
  }
}

async function tell(
  context: RunContext,
  { tick, text, stage }: { readonly tick: Tick; readonly text: string; readonly stage: string },
  parts: RunParts,
): Promise<void> {
  const issue = await bringDashboardUpToDate(context, tick, parts);
  const topic = `schedule ${tick.name}` as const;
  const body = renderAnswer(topic, `**${codeSpan(tick.name)}**, ${tick.plannedAt}\n\n${text}`);
  await context.effect(`told ${stage}`.trimEnd(), {
    perform: () => writeOnDashboard(tick, { issue, topic, body }, parts),
    // The comment is looked for by its marker before it is written.
    reconcile: async () => undefined,
  });
}
