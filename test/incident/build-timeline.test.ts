import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type IncidentFact, incidentSources } from '../../src/contracts/incident.ts';
import { buildTimeline } from '../../src/incident/build-timeline.ts';

const fact = (time: string, source: IncidentFact['source'], subject: string, text = ''): IncidentFact => ({
  at: `2026-11-21T${time}:00.000Z`,
  source,
  region: undefined,
  subject,
  text,
  isSymptom: ['alarm', 'service', 'log'].includes(source),
});

describe('the timeline of an incident', () => {
  it('begins with the first of the symptoms that still go on, and suspects what came right before', () => {
    const { events, onset, suspects } = buildTimeline(
      [
        fact('09:00', 'alarm', 'old-alarm'),
        fact('14:20', 'alarm', 'checkout-5xx', 'OK to ALARM'),
        fact('14:25', 'log', '/aws/checkout', 'ERROR pool exhausted'),
        fact('14:12', 'deployment', 'production', 'deploy of abc1234'),
        fact('12:00', 'change', 'sg-1', 'AuthorizeSecurityGroupIngress by mona'),
        fact('14:40', 'merge', '#12', 'Fix it'),
      ],
      'checkout fails',
    );
    expect(events.map(({ id, subject }) => `${id} ${subject}`)).toEqual([
      'e1 old-alarm',
      'e2 sg-1',
      'e3 production',
      'e4 checkout-5xx',
      'e5 /aws/checkout',
      'e6 #12',
    ]);
    expect(onset).toBe('2026-11-21T14:20:00.000Z');
    expect(suspects).toEqual([
      { event: 'e3', score: 0.78, reasons: ['8 minutes before the first symptom'] },
      { event: 'e2', score: 0.31, reasons: ['140 minutes before the first symptom'] },
    ]);
  });

  it('ranks what speaks of the same things above what is a little nearer', () => {
    const { suspects } = buildTimeline(
      [
        fact('14:20', 'alarm', 'checkout-latency'),
        fact('14:10', 'change', 'invoice-table', 'UpdateTable by mona'),
        fact('14:05', 'change', 'checkout-table', 'UpdateTable by mona'),
      ],
      '',
    );
    expect(suspects.map(({ event, reasons }) => [event, reasons[1]])).toEqual([
      ['e1', 'speaks of checkout too'],
      ['e2', undefined],
    ]);
  });

  it('suspects nobody where nothing is wrong', () => {
    expect(buildTimeline([fact('14:10', 'deployment', 'production')], 'slow')).toMatchObject({
      onset: undefined,
      suspects: [],
    });
  });

  it('is the same whatever the order of collection', () => {
    const facts = fc.array(
      fc.record({
        at: fc
          .date({
            min: new Date('2026-11-21T00:00:00Z'),
            max: new Date('2026-11-21T06:00:00Z'),
            noInvalidDate: true,
          })
          .map(date => date.toISOString()),
        source: fc.constantFrom(...incidentSources),
        region: fc.constant(undefined),
        subject: fc.constantFrom('web', 'checkout', 'sg-1'),
        text: fc.constantFrom('', 'failed', 'OK to ALARM'),
        isSymptom: fc.boolean(),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (all, random) => {
        const shuffled = all
          .map(one => [random.next().value, one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, one]) => one);
        const [first, second] = [buildTimeline(all, 'web'), buildTimeline(shuffled, 'web')];
        expect(
          second.events.map(({ id, at, subject, text, source }) => [id, at, subject, text, source]),
        ).toEqual(first.events.map(({ id, at, subject, text, source }) => [id, at, subject, text, source]));
        for (const { score } of first.suspects) expect(score).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
