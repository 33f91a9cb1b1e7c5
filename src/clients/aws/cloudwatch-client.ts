import type { AwsAnswer } from './aws-failure.ts';

/** One metric as CloudWatch names it. */
export type MetricName = {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: 'Sum' | 'Average' | 'Maximum' | 'Minimum' | 'SampleCount';
};

/** What verifications may ask of CloudWatch, in one region as one role. */
export type CloudWatchClient = {
  /** The metrics' values minute by minute, in their order; minutes without data are left out. Every page. */
  values(
    metrics: readonly MetricName[],
    /** ISO 8601. */
    window: { readonly from: string; readonly to: string },
  ): Promise<AwsAnswer<readonly (readonly number[])[]>>;
};
