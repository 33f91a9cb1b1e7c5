import type { Figure } from '../contracts/estate.ts';
import type { Health, HealthCheck, HealthSettings } from '../contracts/health.ts';
import { highCheck, wordCheck } from './checks.ts';
import type { FunctionFacts } from './facts.ts';

/** `Inactive` is one that was not called for long; it wakes by itself. */
const states: Readonly<Record<string, Health>> = {
  Active: 'healthy',
  Inactive: 'healthy',
  Pending: 'warning',
  Failed: 'critical',
};

export function judgeFunction(facts: FunctionFacts, settings: HealthSettings): readonly HealthCheck[] {
  const { state, invocations, errors, throttles } = facts;
  return [
    ...(state === undefined ? [] : [wordCheck('State', { kind: 'read', value: state }, states)]),
    highCheck('Errors', share(errors, invocations), settings.errors, ' %'),
    highCheck('Throttles', share(throttles, sum(invocations, throttles)), settings.throttles, ' %'),
  ];
}

/** Percent of a whole; of nothing, nothing failed. */
function share(part: Figure, whole: Figure): Figure {
  if (part.kind === 'unknown') return part;
  if (whole.kind === 'unknown') return whole;
  return { kind: 'known', value: whole.value === 0 ? 0 : (part.value / whole.value) * 100 };
}

/** Throttled invocations are not counted among the invocations. */
function sum(one: Figure, other: Figure): Figure {
  if (one.kind === 'unknown') return one;
  return other.kind === 'unknown' ? other : { kind: 'known', value: one.value + other.value };
}
