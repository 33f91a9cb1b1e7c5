import type {
  IncidentEvent,
  IncidentFacts,
  IncidentSource,
  IncidentTimeline,
} from '../contracts/incident.ts';
import { codeSpan, inlineText } from './untrusted-text.ts';
import { count } from './verdict.ts';

/** What a model concluded; the ids it names were checked. */
export type IncidentConclusion = {
  readonly summary: string;
  readonly cause: string;
  readonly confidence: 'low' | 'medium' | 'high';
  readonly evidence: readonly string[];
  readonly observations: readonly {
    readonly side: string;
    readonly text: string;
    readonly evidence: readonly string[];
  }[];
  readonly next: readonly string[];
};

/** What became of a proposal. */
export type IncidentWayOut =
  | { readonly kind: 'command'; readonly command: string; readonly summary: string }
  | { readonly kind: 'asked'; readonly id: string; readonly plan: string }
  | { readonly kind: 'done'; readonly plan: string }
  | { readonly kind: 'not-possible'; readonly reason: string };

/** Everything an incident's comment says. */
export type IncidentReport = {
  readonly facts: Pick<IncidentFacts, 'from' | 'to' | 'gaps' | 'services'>;
  readonly timeline: IncidentTimeline;
  readonly conclusion: IncidentConclusion | undefined;
  readonly wayOut: IncidentWayOut | undefined;
  /** Why there is no conclusion, where one was to be expected. */
  readonly notes: readonly string[];
};

/** Rows of the timeline that are shown; symptoms are merged per subject before. */
const maxRows = 40;

const signs: Readonly<Record<IncidentSource, string>> = {
  alarm: '🔴 alarm',
  service: '🟠 service',
  log: '🟠 log',
  change: '🔧 change',
  deployment: '🚀 deployment',
  merge: '🔀 merge',
};

/** The comment of an incident: conclusion where there is one, suspects, timeline, gaps. Untrusted texts are neutralised. */
export function renderIncident(report: IncidentReport): string {
  const { facts, timeline, conclusion, wayOut, notes } = report;
  return [
    headline(report),
    conclusion && renderConclusion(conclusion),
    wayOut && renderWayOut(wayOut),
    renderSuspects(timeline),
    renderServices(facts.services),
    renderTimeline(timeline.events),
    renderGaps([...facts.gaps, ...notes]),
  ]
    .filter(part => part !== undefined && part !== '')
    .join('\n\n');
}

function headline({ facts, timeline: { onset, events } }: IncidentReport): string {
  const window = `${clock(facts.from)} to ${clock(facts.to)} UTC`;
  const verdict = onset === undefined ? 'No symptom was seen' : `First symptom at **${clock(onset)} UTC**`;
  const isWhole = facts.gaps.length === 0 ? '' : ' **Incomplete**: not everything could be read, see below.';
  return `### Incident\n${verdict}; ${count(events.length, 'event')} from ${window}.${isWhole}`;
}

function renderConclusion(conclusion: IncidentConclusion): string {
  const { summary, cause, confidence, evidence, observations, next } = conclusion;
  return [
    inlineText(summary, 600),
    `**Likely cause** (${confidence} confidence): ${inlineText(cause, 600)}${cited(evidence)}`,
    ...observations.map(
      ({ side, text, evidence: ids }) => `- *${side}*: ${inlineText(text, 300)}${cited(ids)}`,
    ),
    ...(next.length === 0 ? [] : ['', '**Look at**', ...next.map(item => `- ${inlineText(item, 300)}`)]),
    '',
    '<sub>Written by a model from the events below; every event it names was checked to exist.</sub>',
  ].join('\n');
}

function cited(evidence: readonly string[]): string {
  return evidence.length === 0 ? '' : ` (${evidence.join(', ')})`;
}

function renderWayOut(wayOut: IncidentWayOut): string {
  switch (wayOut.kind) {
    case 'command':
      return `**Proposal**: ${wayOut.summary} Nothing was done. To do it, comment ${codeSpan(wayOut.command, 300)}; gates and approvals hold as ever.`;
    case 'asked':
      return `**Proposal**: ${inlineText(wayOut.plan, 500)} Nothing was done; it waits for a maintainer: ${codeSpan(`/devops approve ${wayOut.id}`)} or ${codeSpan(`/devops reject ${wayOut.id}`)}.`;
    case 'done':
      return `**Done**: ${inlineText(wayOut.plan, 500)}`;
    case 'not-possible':
      return `**No proposal**: ${inlineText(wayOut.reason, 300)}.`;
  }
}

function renderSuspects({ suspects, events }: IncidentTimeline): string | undefined {
  if (suspects.length === 0) return undefined;
  const lines = suspects.map(({ event: id, reasons }, index) => {
    const event = events.find(candidate => candidate.id === id);
    return `${index + 1}. ${event === undefined ? id : told(event)} – ${reasons.map(reason => inlineText(reason, 200)).join(', ')}`;
  });
  return ['**Changes before the first symptom, most suspicious first**', ...lines].join('\n');
}

function renderServices(services: IncidentFacts['services']): string | undefined {
  const short = services.filter(({ running, desired }) => running < desired);
  if (short.length === 0) return undefined;
  return short
    .map(
      ({ cluster, service, region, running, desired }) =>
        `⚠️ ${codeSpan(`${cluster}/${service}`)} in ${region} runs ${running} of ${desired} tasks.`,
    )
    .join('\n');
}

function renderTimeline(events: readonly IncidentEvent[]): string | undefined {
  if (events.length === 0) return undefined;
  const shown = events.slice(-maxRows);
  const rows = shown.map(({ id, at, source, subject, text, region, link }) => {
    const name = cell(codeSpan(subject, 80));
    const what = link === undefined ? name : `[${name}](${link})`;
    return `| ${id} | ${clock(at)} | ${signs[source]}${region === undefined ? '' : ` ${region}`} | ${what} | ${cell(inlineText(text, 160))} |`;
  });
  const left = events.length - shown.length;
  return [
    `<details open><summary>Timeline${left > 0 ? ` (the last ${shown.length} of ${events.length} events)` : ''}</summary>`,
    '',
    '| | UTC | What | Where | |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '</details>',
  ].join('\n');
}

function renderGaps(gaps: readonly string[]): string | undefined {
  if (gaps.length === 0) return undefined;
  return ['**Not looked at**', ...gaps.map(gap => `- ${inlineText(gap, 300)}`)].join('\n');
}

function told({ id, at, source, subject, text }: IncidentEvent): string {
  return `${id}, ${clock(at)}: ${source} ${codeSpan(subject, 80)} ${inlineText(text, 160)}`;
}

/** `14:03`, with the day where it is not the same: windows are hours long. */
function clock(at: string): string {
  return new Date(at).toISOString().slice(11, 16);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
