import { z } from 'zod';
import type { MetricAlarm } from '../../../clients/aws/sdk/cloudwatch.ts';
import { partitionOf } from '../../aws-calls/arns.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';

/** No colon or slash, so that a name stays one part of an ARN. */
export const alarmName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ._()-]{0,199}$/, 'letters, digits, spaces and ._()-');

export function alarmArn(region: string, account: string, name: string): string {
  return `arn:${partitionOf(region)}:cloudwatch:${region}:${account}:alarm:${name}`;
}

/** The alarms on metrics of these names, in the order of their names. */
export async function alarmsNamed(
  aws: AwsClients,
  names: readonly string[],
  signal: AbortSignal,
): Promise<readonly MetricAlarm[]> {
  const { sdk, client } = await aws.cloudWatch();
  const command = new sdk.DescribeAlarmsCommand({ AlarmNames: [...names], MaxRecords: 100 });
  const { MetricAlarms = [] } = await client.send(command, { abortSignal: signal });
  return MetricAlarms.toSorted((a, b) => ((a.AlarmName ?? '') < (b.AlarmName ?? '') ? -1 : 1));
}
