import type { Figure, Reading } from '../contracts/estate.ts';
import type { Health, HealthCheck, Thresholds } from '../contracts/health.ts';

/** Judges a figure that is bad when it is high. */
export function highCheck(check: string, figure: Figure, thresholds: Thresholds, unit: string): HealthCheck {
  const limits = `warning from ${thresholds.warning}${unit}, critical from ${thresholds.critical}${unit}`;
  if (figure.kind === 'unknown') return { check, health: 'unknown', found: figure.why, limits };
  const { value } = figure;
  const health =
    value >= thresholds.critical ? 'critical' : value >= thresholds.warning ? 'warning' : 'healthy';
  return { check, health, found: `${rounded(value)}${unit}`, limits };
}

/** Judges a word of AWS by what it means; a word that is not known is not good news. */
export function wordCheck(
  check: string,
  word: Reading<string>,
  meanings: Readonly<Record<string, Health>>,
): HealthCheck {
  if (word.kind === 'unread') return { check, health: 'unknown', found: word.why, limits: undefined };
  const health = Object.hasOwn(meanings, word.value) ? meanings[word.value] : undefined;
  return { check, health: health ?? 'unknown', found: word.value, limits: undefined };
}

/** The worst of all; `unknown` when there is none. */
export function worst(healths: readonly Health[]): Health {
  return byBadness.find(health => healths.includes(health)) ?? 'unknown';
}

/** Worst first; what is unknown is worse than what is healthy. */
export const byBadness: readonly Health[] = ['critical', 'warning', 'unknown', 'healthy'];

/** One decimal at most. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
