import { incidentConclusion, incidentViews } from '../../agents/incident/agents.ts';
import { incident } from '../../commands/index.ts';
import type { PendingApproval } from '../../contracts/agent.ts';
import type { RunWaiting } from '../../contracts/engine.ts';
import type { IncidentFacts, IncidentTimeline } from '../../contracts/incident.ts';
import { buildTimeline } from '../../incident/build-timeline.ts';
import { type CheckedProposal, checkProposal } from '../../incident/check-proposal.ts';
import { type IncidentReport, type IncidentWayOut, renderIncident } from '../../results/incident-comment.ts';
import { approvingRun, type Prepared, prepareAgents } from '../agents/prepare-agents.ts';
import { publishAnswer } from '../agents/publish-answer.ts';
import { approvalWaitMs, askForApprovals } from '../agents/run-approvals.ts';
import type { CommandCall } from '../commands/command-run.ts';
import { collectIncident } from './collect-incident.ts';
import { type Concluded, concludeIncident } from './conclude-incident.ts';

/**
 * `/devops incident`: facts, one timeline, suspects; then, where a model is configured, what it concludes. The comment
 * with the facts stands before a model is asked. What is proposed is checked by code and carried out after an approval.
 */
export async function runIncident(call: CommandCall): Promise<RunWaiting | undefined> {
  const { run, context, client, parts, reply } = call;
  const read = incident.read(run.command);
  if (read.kind === 'usage') return await reply(`${read.message}\n\nUsage: \`${incident.usage}\``);
  const { description } = read.value;
  const facts = await context.step('incident-facts', () => collectIncident(call));
  const timeline = buildTimeline(facts.facts, description);
  const publish = (stage: string, report: Partial<IncidentReport>): Promise<void> =>
    publishAnswer(context, {
      run,
      client,
      stage,
      text: renderIncident({ ...nothingConcluded, facts, timeline, ...report }),
    });
  await publish('facts', {});
  const prepared = await prepareAgents(context, { place: run, client, own }, parts);
  try {
    const concluded = await concludeIncident({ context, description, facts, timeline }, prepared);
    if (concluded.kind === 'nothing') {
      if (concluded.reason !== undefined) await publish('no-conclusion', { notes: [concluded.reason] });
      return undefined;
    }
    const { wayOut, pending } = await takeWayOut(call, { concluded, facts }, prepared);
    const { conclusion, notes } = concluded;
    await publish(`conclusion ${wayOut?.kind ?? ''}`.trimEnd(), { conclusion, wayOut, notes });
    return pending ? { kind: 'waiting', delayMs: approvalWaitMs } : undefined;
  } finally {
    await prepared.composed.close();
  }
}

/** The four that look, and the one that concludes. */
const own = [...incidentViews, incidentConclusion];

const nothingConcluded = { conclusion: undefined, wayOut: undefined, notes: [] } as const;

type WayOut = { readonly wayOut: IncidentWayOut | undefined; readonly pending: boolean };

/** Checks the proposal against the facts; a tool's plan waits for a person, a command is for a person to send. */
async function takeWayOut(
  call: CommandCall,
  { concluded, facts }: { readonly concluded: Concluded; readonly facts: IncidentFacts },
  prepared: Prepared,
): Promise<WayOut> {
  if (concluded.proposal === null) return { wayOut: undefined, pending: false };
  const checked = checkProposal(concluded.proposal, facts);
  if (checked.kind === 'rejected')
    return settled({ kind: 'not-possible', reason: `the model proposed one, but ${checked.reason}` });
  return checked.kind === 'command' ? settled(checked) : await callTool(call, checked, prepared);
}

async function callTool(
  { context, run, parts }: CommandCall,
  { tool: name, input }: Extract<CheckedProposal, { kind: 'tool' }>,
  { composed, devOps, options }: Prepared,
): Promise<WayOut> {
  const tool = composed.tools.find(name);
  if (tool === undefined) return settled({ kind: 'not-possible', reason: `there is no tool ${name}` });
  const result = await composed.tools.invoke({
    tool,
    input,
    access: { caller: 'incident', tools: [name], maxRisk: 'write' },
    context: devOps,
    guards: [],
    approvals: options.approvals,
    journal: options.journal,
    step: 'incident/way-out',
    dryRun: false,
    signal: options.signal,
  });
  switch (result.kind) {
    case 'needs-approval': {
      const rejection = await options.approvals.rejection(result.digest);
      if (rejection !== undefined)
        return settled({ kind: 'not-possible', reason: `${rejection.by} rejected it: ${rejection.reason}` });
      const plan: PendingApproval = {
        callId: 'incident/way-out',
        agent: 'incident',
        tool: name,
        risk: tool.risk,
        plan: result.plan.summary,
        digest: result.digest,
      };
      const [asked] = await askForApprovals(approvingRun(context, run), [plan], {
        approvals: parts.store.approvals,
        now: parts.now,
      });
      const wayOut: IncidentWayOut = { kind: 'asked', id: asked?.id ?? '', plan: result.plan.summary };
      return { wayOut, pending: true };
    }
    case 'ok':
      return settled({ kind: 'done', plan: `${name} was carried out: ${JSON.stringify(result.value)}` });
    case 'would':
      return settled({ kind: 'not-possible', reason: result.plan.summary });
    case 'refused':
    case 'stopped':
    case 'failed':
      return settled({ kind: 'not-possible', reason: result.message });
  }
}

function settled(wayOut: IncidentWayOut): WayOut {
  return { wayOut, pending: false };
}

/** What is asked about. */
export type AskedIncident = {
  readonly context: CommandCall['context'];
  readonly description: string;
  readonly facts: IncidentFacts;
  readonly timeline: IncidentTimeline;
};
