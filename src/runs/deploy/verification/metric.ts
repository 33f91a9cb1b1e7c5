import type { MetricCheck } from '../../../contracts/deploy-runner.ts';

/** What the minutes since the deployment say. */
export type MetricVerdict =
  | { readonly kind: 'good'; readonly value: number }
  | { readonly kind: 'bad'; readonly value: number }
  | { readonly kind: 'no-data' };

/**
 * Compares the whole window's value with the bound. A share of nothing is no data; no errors beside some requests are
 * none.
 *
 * @param values Minute by minute: of `metric`, and of `perMetric` where there is one.
 */
export function judgeMetric(
  { statistic, perMetric, atMost }: MetricCheck,
  [values = [], whole = []]: readonly (readonly number[])[],
): MetricVerdict {
  if (perMetric === undefined) {
    return values.length === 0 ? { kind: 'no-data' } : verdict(over(statistic, values), atMost);
  }
  const total = over(statistic, whole);
  if (whole.length === 0 || total === 0) return { kind: 'no-data' };
  return verdict((100 * (values.length === 0 ? 0 : over(statistic, values))) / total, atMost);
}

/** Whether a bad value stays bad whatever the rest of the window brings. */
export function isFinalVerdict({ statistic, perMetric }: MetricCheck, { kind }: MetricVerdict): boolean {
  return kind === 'bad' && perMetric === undefined && statistic !== 'Average' && statistic !== 'Minimum';
}

function verdict(value: number, atMost: number): MetricVerdict {
  return { kind: value <= atMost ? 'good' : 'bad', value };
}

function over(statistic: MetricCheck['statistic'], values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  switch (statistic) {
    case 'Sum':
    case 'SampleCount':
      return sum;
    case 'Average':
      return values.length === 0 ? 0 : sum / values.length;
    case 'Maximum':
      return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    case 'Minimum':
      return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  }
}
