import type { z } from 'zod';
import {
  conclusionSchema,
  incidentConclusion,
  incidentViews,
  observationsSchema,
} from '../../agents/incident/agents.ts';
import type { AgentMaterial, AgentRunResult } from '../../contracts/agent.ts';
import type { IncidentProposal, IncidentTimeline } from '../../contracts/incident.ts';
import type { IncidentConclusion } from '../../results/incident-comment.ts';
import type { Prepared } from '../agents/prepare-agents.ts';
import type { AskedIncident } from './run-incident.ts';

/** What the agents came to, checked. */
export type Concluded = {
  readonly kind: 'concluded';
  readonly conclusion: IncidentConclusion;
  readonly proposal: IncidentProposal | null;
  readonly notes: readonly string[];
};

/**
 * Has the four look at the facts at the same time, then one conclude. Events that they name and that are not on the
 * timeline are taken out, and an observation without any left is dropped.
 */
export async function concludeIncident(
  { description, facts, timeline }: AskedIncident,
  prepared: Prepared,
): Promise<Concluded | { readonly kind: 'nothing'; readonly reason: string | undefined }> {
  const material = materialOf(description, timeline, facts);
  const looked = await Promise.all(
    incidentViews.map(async ({ name }) => ({
      side: name.replace('incident-', ''),
      result: await ask(name, material, prepared),
    })),
  );
  const failed = looked.find(({ result }) => result.outcome === 'failed');
  // Without a model there is nothing to say: the timeline stands by itself.
  if (failed?.result.outcome === 'failed' && failed.result.code === 'no-model')
    return { kind: 'nothing', reason: undefined };
  const known = new Set(timeline.events.map(({ id }) => id));
  const observations = looked.flatMap(({ side, result }) =>
    (parsed(observationsSchema, result)?.observations ?? []).flatMap(({ text, evidence }) => {
      const seen = evidence.filter(id => known.has(id));
      return seen.length === 0 ? [] : [{ side, text, evidence: seen }];
    }),
  );
  const result = await ask(
    incidentConclusion.name,
    [...material, { label: 'observations', text: JSON.stringify(observations) }],
    prepared,
  );
  const conclusion = parsed(conclusionSchema, result);
  const notes = looked.flatMap(({ side, result: seen }) =>
    seen.outcome === 'completed' ? [] : [`The ${side} agent did not answer (${seen.outcome}).`],
  );
  if (conclusion === undefined)
    return {
      kind: 'nothing',
      reason: `No model concluded anything: ${whyNot(result)}. The facts stand by themselves.`,
    };
  const { proposal, evidence, next, ...said } = conclusion;
  return {
    kind: 'concluded',
    conclusion: {
      ...said,
      evidence: evidence.filter(id => known.has(id)),
      observations: observations.slice(0, 8),
      next: next.slice(0, 4),
    },
    proposal,
    notes,
  };
}

async function ask(
  agent: string,
  material: readonly AgentMaterial[],
  prepared: Prepared,
): Promise<AgentRunResult> {
  const { composed, devOps, options, maxUsd } = prepared;
  return await composed.runAgent(
    {
      agent,
      step: agent,
      input: 'Say what the facts of this incident tell.',
      material,
      context: devOps,
      // All of them together are one run.
      limits: { costUsd: maxUsd / (incidentViews.length + 1), turns: 2 },
      dryRun: true,
    },
    options,
  );
}

function whyNot(result: AgentRunResult): string {
  return 'reason' in result ? `${result.outcome}, ${result.reason}` : result.outcome;
}

function parsed<Output>(schema: z.ZodType<Output>, result: AgentRunResult): Output | undefined {
  return result.outcome === 'completed' ? schema.safeParse(result.output).data : undefined;
}

function materialOf(
  description: string,
  { events, onset, suspects }: IncidentTimeline,
  { services, environments, gaps }: AskedIncident['facts'],
): readonly AgentMaterial[] {
  const lines = events.map(({ id, at, source, region, subject, text }) =>
    [id, at, source, region, subject, text.slice(0, 300)].filter(part => part !== undefined).join(' | '),
  );
  return [
    { label: 'what the person wrote', text: description },
    { label: 'timeline', text: lines.join('\n') },
    { label: 'first symptom', text: onset ?? 'none was seen' },
    { label: 'suspected changes, by our own ranking', text: JSON.stringify(suspects) },
    { label: 'services', text: JSON.stringify(services) },
    { label: 'environments', text: JSON.stringify(environments) },
    { label: 'what could not be read', text: gaps.join('\n') || 'nothing' },
  ];
}
