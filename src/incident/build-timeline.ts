import type {
  IncidentEvent,
  IncidentFact,
  IncidentSource,
  IncidentSuspect,
  IncidentTimeline,
} from '../contracts/incident.ts';

/** Symptoms further apart than this belong to different incidents, minutes. */
const quietMinutes = 45;
/** How long before the first symptom a change is suspected, minutes. */
const suspectMinutes = 180;
/** A change that is told of this much after the first symptom may still be why: clocks and metrics lag. */
const lagMinutes = 5;
const maxEvents = 200;
const maxSuspects = 5;

/** How often a change of a kind is why, by itself: what is deployed more than what is merely merged. */
const weights: Readonly<Record<IncidentSource, number>> = {
  deployment: 0.3,
  change: 0.2,
  merge: 0.1,
  alarm: 0,
  service: 0,
  log: 0,
};

/**
 * Puts facts on one timeline and ranks the changes that may be why: near the first symptom, about the same things.
 * Pure: the same facts in any order give the same timeline.
 *
 * @param description What the person wrote about the incident; only its words are compared.
 */
export function buildTimeline(facts: readonly IncidentFact[], description: string): IncidentTimeline {
  const events = facts
    .toSorted(inOrder)
    .slice(-maxEvents)
    .map((fact, index): IncidentEvent => ({ id: `e${index + 1}`, ...fact }));
  const symptoms = symptomsOfNow(events);
  const onset = symptoms[0]?.at;
  return {
    events,
    onset,
    suspects: onset === undefined ? [] : suspectsOf(events, symptoms, onset, description),
  };
}

/** By time, then by everything else, so that the order of collection does not matter. */
function inOrder(a: IncidentFact, b: IncidentFact): number {
  const keyOf = (fact: IncidentFact): string =>
    [new Date(fact.at).toISOString(), fact.source, fact.region, fact.subject, fact.text].join('\u0000');
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The newest symptoms without a long silence between them. */
function symptomsOfNow(events: readonly IncidentEvent[]): readonly IncidentEvent[] {
  const all = events.filter(({ isSymptom }) => isSymptom);
  const begin = all.findLastIndex((event, index) => {
    const before = all[index - 1];
    return before === undefined || minutesBetween(before.at, event.at) > quietMinutes;
  });
  return all.slice(Math.max(begin, 0));
}

function suspectsOf(
  events: readonly IncidentEvent[],
  symptoms: readonly IncidentEvent[],
  onset: string,
  description: string,
): readonly IncidentSuspect[] {
  const words = wordsOf([description, ...symptoms.flatMap(({ subject, text }) => [subject, text])].join(' '));
  return events
    .filter(({ isSymptom }) => !isSymptom)
    .flatMap(event => {
      const minutes = minutesBetween(event.at, onset);
      return minutes > suspectMinutes || minutes < -lagMinutes ? [] : [suspectOf(event, minutes, words)];
    })
    .toSorted((a, b) => b.score - a.score || numberOf(b) - numberOf(a))
    .slice(0, maxSuspects);
}

function suspectOf(event: IncidentEvent, minutes: number, words: ReadonlySet<string>): IncidentSuspect {
  const nearness = 1 - Math.max(minutes, 0) / suspectMinutes;
  const shared = [...wordsOf(`${event.subject} ${event.text}`)].filter(word => words.has(word));
  const score = 0.5 * nearness + weights[event.source] + (shared.length > 0 ? 0.2 : 0);
  const when =
    minutes < 1
      ? 'at the time of the first symptom'
      : `${Math.round(minutes)} minutes before the first symptom`;
  const reasons = [when, ...(shared.length > 0 ? [`speaks of ${shared.slice(0, 3).join(', ')} too`] : [])];
  return { event: event.id, score: Math.round(score * 100) / 100, reasons };
}

function numberOf({ event }: IncidentSuspect): number {
  return Number(event.slice(1));
}

function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000;
}

/** Words that say nothing about which part is meant. */
const common = new Set(
  'the and for with from that this has have was were are not alarm state high low error errors production staging deployed deployment deploy merged update updated service services changed aws amazon prod since again'.split(
    ' ',
  ),
);

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z][a-z0-9]{2,40}/g) ?? [];
  return new Set(words.filter(word => !common.has(word)));
}
