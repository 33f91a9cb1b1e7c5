import type { MetricAlarm } from '../../../clients/aws/sdk/cloudwatch.ts';
import { dimensionRecord } from '../../aws-calls/metric.ts';

/** What is told of an alarm on one metric. Names, descriptions and reasons are untrusted texts. */
export function shownAlarm(alarm: MetricAlarm) {
  return {
    name: alarm.AlarmName ?? '',
    description: alarm.AlarmDescription,
    state: alarm.StateValue,
    reason: alarm.StateReason,
    since: alarm.StateTransitionedTimestamp?.toISOString() ?? alarm.StateUpdatedTimestamp?.toISOString(),
    namespace: alarm.Namespace,
    metric: alarm.MetricName,
    dimensions: dimensionRecord(alarm.Dimensions),
    statistic: alarm.Statistic ?? alarm.ExtendedStatistic,
    comparison: alarm.ComparisonOperator,
    threshold: alarm.Threshold,
    periodSeconds: alarm.Period,
    periods: alarm.EvaluationPeriods,
    missingData: alarm.TreatMissingData,
    actionsEnabled: alarm.ActionsEnabled,
    actions: alarm.AlarmActions ?? [],
  };
}
