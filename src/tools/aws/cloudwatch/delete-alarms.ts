import { z } from 'zod';
import type { MetricAlarm } from '../../../clients/aws/sdk/cloudwatch.ts';
import { type AwsClients, changingTool, type PlanTarget } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { alarmArn, alarmName, alarmsNamed } from './alarms-named.ts';
import { shownAlarm } from './shown-alarm.ts';

export const deleteAlarms = changingTool({
  name: 'cloudwatch_delete_alarms',
  description:
    'Deletes CloudWatch alarms on metrics. Nobody is told any more when what they watch goes wrong.',
  risk: 'destructive',
  permissions: {
    iam: ['cloudwatch:DescribeAlarms', 'cloudwatch:ListTagsForResource', 'cloudwatch:DeleteAlarms'],
  },
  undo: { kind: 'manual', how: 'Create the alarms anew; the audit has how they were configured.' },
  idempotent: true,
  parameters: z.object({ region, names: z.array(alarmName).min(1).max(10).describe('Names, at most 10.') }),
  example: { region: 'eu-central-1', names: ['web-cpu'] },
  async plan({ names }, { signal }, aws) {
    const found = await alarmsNamed(aws, names, signal);
    const missing = names.filter(name => !found.some(({ AlarmName }) => AlarmName === name));
    if (missing.length > 0) {
      const message = `cloudwatch_delete_alarms: there is no alarm on a metric named ${missing.join(', ')} in ${aws.region}. cloudwatch_list_alarms shows them.`;
      return { kind: 'refused', code: 'aws-not-found', message };
    }
    const account = await aws.accountId();
    const targets = await targetsOf(found, account, aws, signal);
    return {
      kind: 'plan',
      summary: `Deletes ${names.length === 1 ? 'the alarm' : `${names.length} alarms:`} ${names.join(', ')} in ${aws.region}.`,
      checkedBy: 'pre-check',
      // The state changes by itself; an approval is about what is configured.
      before: found.map(alarm => {
        const { state: _state, reason: _reason, since: _since, ...configured } = shownAlarm(alarm);
        return configured;
      }),
      targets,
      grants: [{ actions: ['cloudwatch:DeleteAlarms'], resources: targets.map(({ arn }) => arn) }],
    };
  },
  async act({ names }, { signal }, aws) {
    const { sdk, client } = await aws.cloudWatch();
    await client.send(new sdk.DeleteAlarmsCommand({ AlarmNames: names }), { abortSignal: signal });
    return { kind: 'ok', value: { deleted: names, region: aws.region } };
  },
  verify: async ({ names }, { signal }, aws) => (await alarmsNamed(aws, names, signal)).map(shownAlarm),
  async reconcile({ names }, { signal }, aws) {
    const left = await alarmsNamed(aws, names, signal);
    return left.length === 0 ? { kind: 'ok', value: { deleted: names, region: aws.region } } : undefined;
  },
});

/** The alarms with their tags, which no listing tells. */
async function targetsOf(
  alarms: readonly MetricAlarm[],
  account: string,
  aws: AwsClients,
  abortSignal: AbortSignal,
): Promise<readonly PlanTarget[]> {
  const { sdk, client } = await aws.cloudWatch();
  const targets: PlanTarget[] = [];
  for (const { AlarmName = '' } of alarms) {
    const arn = alarmArn(aws.region, account, AlarmName);
    const { Tags = [] } = await client.send(new sdk.ListTagsForResourceCommand({ ResourceARN: arn }), {
      abortSignal,
    });
    targets.push({ arn, tags: Object.fromEntries(Tags.map(({ Key, Value }) => [Key ?? '', Value ?? ''])) });
  }
  return targets;
}
