import { z } from 'zod';
import { type AwsClients, changingTool } from '../../aws-calls/define-aws-tool.ts';
import { dimensionList, dimensions, namespace } from '../../aws-calls/metric.ts';
import { region } from '../../aws-calls/parameters.ts';
import { alarmArn, alarmName, alarmsNamed } from './alarms-named.ts';
import { shownAlarm } from './shown-alarm.ts';

const parameters = z.object({
  region,
  name: alarmName,
  description: z.string().max(1024).nullish(),
  namespace,
  metric: z.string().min(1).max(255),
  dimensions,
  statistic: z.enum(['Average', 'Sum', 'Minimum', 'Maximum', 'SampleCount']),
  comparison: z.enum([
    'GreaterThanThreshold',
    'GreaterThanOrEqualToThreshold',
    'LessThanThreshold',
    'LessThanOrEqualToThreshold',
  ]),
  threshold: z.number(),
  periodSeconds: z.number().int().min(60).max(86_400).multipleOf(60),
  periods: z.number().int().min(1).max(100).describe('How many periods in a row lead to the alarm.'),
  missingData: z.enum(['breaching', 'notBreaching', 'ignore', 'missing']).nullish(),
  topics: z
    .array(
      z.string().regex(/^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]+$/, 'the ARN of an SNS topic'),
    )
    .max(5)
    .nullish()
    .describe('SNS topics that are told. An alarm of this tool can start nothing else.'),
});

export const createAlarm = changingTool({
  name: 'cloudwatch_create_alarm',
  description:
    'Creates a CloudWatch alarm on one metric. It can tell SNS topics; one that exists is not replaced.',
  risk: 'write',
  permissions: { iam: ['cloudwatch:DescribeAlarms', 'cloudwatch:PutMetricAlarm', 'cloudwatch:TagResource'] },
  undo: { kind: 'tool', tool: 'cloudwatch_delete_alarms' },
  idempotent: true,
  parameters,
  example: {
    region: 'eu-central-1',
    name: 'web-cpu',
    namespace: 'AWS/EC2',
    metric: 'CPUUtilization',
    dimensions: { InstanceId: 'i-0123456789abcdef0' },
    statistic: 'Average',
    comparison: 'GreaterThanThreshold',
    threshold: 80,
    periodSeconds: 300,
    periods: 3,
  },
  async plan(input, { signal }, aws) {
    const [existing] = await alarmsNamed(aws, [input.name], signal);
    if (existing !== undefined) {
      const message = `cloudwatch_create_alarm: an alarm "${input.name}" exists in ${aws.region}. Choose another name, or delete it first with cloudwatch_delete_alarms.`;
      return { kind: 'refused', code: 'alarm-exists', message };
    }
    return {
      kind: 'plan',
      summary: `Creates the alarm ${input.name} in ${aws.region}: ${input.statistic} of ${input.namespace} ${input.metric} ${input.comparison} ${input.threshold}.`,
      checkedBy: 'pre-check',
      before: null,
      grants: [
        {
          actions: ['cloudwatch:PutMetricAlarm', 'cloudwatch:TagResource'],
          resources: [alarmArn(aws.region, await aws.accountId(), input.name)],
        },
      ],
    };
  },
  async act(input, { signal }, aws) {
    await put(input, aws, signal);
    return { kind: 'ok', value: { created: input.name, region: aws.region } };
  },
  verify: async ({ name }, { signal }, aws) => (await alarmsNamed(aws, [name], signal)).map(shownAlarm),
  async reconcile(input, { signal }, aws) {
    const [existing] = await alarmsNamed(aws, [input.name], signal);
    if (existing === undefined) return undefined;
    return { kind: 'ok', value: { created: input.name, region: aws.region } };
  },
});

async function put(input: z.output<typeof parameters>, aws: AwsClients, signal: AbortSignal): Promise<void> {
  const { sdk, client } = await aws.cloudWatch();
  const command = new sdk.PutMetricAlarmCommand({
    AlarmName: input.name,
    AlarmDescription: input.description ?? undefined,
    Namespace: input.namespace,
    MetricName: input.metric,
    Dimensions: dimensionList(input.dimensions),
    Statistic: input.statistic,
    ComparisonOperator: input.comparison,
    Threshold: input.threshold,
    Period: input.periodSeconds,
    EvaluationPeriods: input.periods,
    TreatMissingData: input.missingData ?? undefined,
    AlarmActions: input.topics ?? [],
    // Marks it as one that may be deleted from here.
    Tags: [{ Key: 'devops:managed', Value: 'true' }],
  });
  await client.send(command, { abortSignal: signal });
}
