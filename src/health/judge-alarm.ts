import type { Health, HealthCheck } from '../contracts/health.ts';
import type { AlarmFacts } from './facts.ts';

const states: Readonly<Record<string, Health>> = { OK: 'healthy', ALARM: 'critical' };

/** An alarm's own threshold is the judgement; without data it knows nothing. */
export function judgeAlarm({ state, reason }: AlarmFacts): readonly HealthCheck[] {
  const found = reason === undefined || reason === '' || state === 'OK' ? state : `${state}: ${reason}`;
  return [{ check: 'State', health: states[state] ?? 'unknown', found, limits: undefined }];
}
