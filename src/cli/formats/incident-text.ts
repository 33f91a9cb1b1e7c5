import type { IncidentEvent, IncidentFacts, IncidentTimeline } from '../../contracts/incident.ts';
import { count } from '../../results/verdict.ts';
import { escapeText } from '../escape-text.ts';

/** Events that are shown, the newest. */
const maxEvents = 60;

/** What an account tells of an incident, for people at a terminal. */
export function renderIncidentText({
  facts,
  timeline,
  regions,
}: {
  readonly facts: IncidentFacts;
  readonly timeline: IncidentTimeline;
  readonly regions: readonly string[];
}): string {
  const { events, onset, suspects } = timeline;
  const shown = events.slice(-maxEvents);
  const short = facts.services.filter(({ running, desired }) => running < desired);
  const blocks = [
    [
      onset === undefined ? 'No symptom was seen.' : `First symptom at ${clock(onset)} UTC.`,
      `${count(events.length, 'event')} from ${clock(facts.from)} to ${clock(facts.to)} UTC in ${regions.join(', ')}; deployments and merges are what \`/devops incident\` reads besides.`,
    ],
    short.map(
      ({ cluster, service, region, running, desired }) =>
        `${cluster}/${service} in ${region} runs ${running} of ${desired} tasks.`,
    ),
    titled(
      'Changes before the first symptom, most suspicious first:',
      suspects.map(({ event: id, reasons }, index) => {
        const event = events.find(candidate => candidate.id === id);
        return `  ${index + 1}. ${event === undefined ? id : told(event)} (${reasons.join(', ')})`;
      }),
    ),
    titled(
      `Timeline${shown.length < events.length ? `, the last ${shown.length}` : ''}:`,
      shown.map(event => `  ${told(event)}`),
    ),
    titled(
      'Not looked at:',
      facts.gaps.map(gap => `  ${gap}`),
    ),
  ];
  return `${blocks
    .filter(lines => lines.length > 0)
    .map(lines => lines.map(line => escapeText(line)).join('\n'))
    .join('\n\n')}\n`;
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function told({ id, at, source, region, subject, text }: IncidentEvent): string {
  return `${id} ${clock(at)} ${source}${region === undefined ? '' : ` ${region}`} ${subject}: ${text.slice(0, 200)}`;
}

/** `11-21 14:03`: a window may be days long. */
function clock(at: string): string {
  return new Date(at).toISOString().slice(5, 16).replace('T', ' ');
}
