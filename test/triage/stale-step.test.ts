import { expect, it } from 'vitest';
import { staleStep } from '../../src/triage/stale-step.ts';

const config = {
  days: 60,
  closeAfterDays: 14,
  label: 'stale',
  exemptLabels: ['pinned'],
  exemptAssigned: true,
};
const now = new Date('2026-11-21T00:00:00Z');
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
const quiet = { labels: [], assigned: false, updatedAt: daysAgo(70), staleSince: null };

it.each([
  ['quiet for long', quiet, 'tell'],
  ['touched lately', { ...quiet, updatedAt: daysAgo(59) }, 'leave'],
  ['pinned', { ...quiet, labels: ['pinned'] }, 'leave'],
  ['assigned', { ...quiet, assigned: true }, 'leave'],
  ['told a while ago', { ...quiet, updatedAt: daysAgo(10), staleSince: daysAgo(10) }, 'leave'],
  ['told long ago', { ...quiet, updatedAt: daysAgo(14), staleSince: daysAgo(14) }, 'close'],
  ['told, then touched', { ...quiet, updatedAt: daysAgo(3), staleSince: daysAgo(14) }, 'withdraw'],
  [
    'told, then pinned',
    { ...quiet, labels: ['pinned'], updatedAt: daysAgo(20), staleSince: daysAgo(20) },
    'withdraw',
  ],
])('an issue %s', (_name, issue, expected) => {
  expect(staleStep(issue, config, now)).toBe(expected);
});

it('is never closed where that is not configured', () => {
  const told = { ...quiet, updatedAt: daysAgo(400), staleSince: daysAgo(400) };
  expect(staleStep(told, { ...config, closeAfterDays: null }, now)).toBe('leave');
});
