import { z } from 'zod';
import { partitionOf } from '../../aws-calls/arns.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';
import { groupName } from './group-name.ts';

/** Days that AWS takes: API reference of `PutRetentionPolicy`. */
const allowedDays = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

export const setRetention = changingTool({
  name: 'logs_set_retention',
  description:
    'Sets how many days a CloudWatch log group keeps its lines. Older lines are deleted for good within days.',
  risk: 'destructive',
  permissions: { iam: ['logs:DescribeLogGroups', 'logs:ListTagsForResource', 'logs:PutRetentionPolicy'] },
  undo: { kind: 'manual', how: 'Set the earlier retention again; lines deleted meanwhile are lost.' },
  idempotent: true,
  parameters: z.object({
    region,
    group: groupName,
    days: z.literal(allowedDays).describe(`One of ${allowedDays.join(', ')}.`),
  }),
  example: { region: 'eu-central-1', group: '/aws/lambda/checkout', days: 30 },
  async plan({ group, days }, { signal }, aws) {
    const found = await groupNamed(aws, group, signal);
    if (found === undefined) {
      const message = `logs_set_retention: there is no log group "${group}" in ${aws.region}. logs_list_groups shows them.`;
      return { kind: 'refused', code: 'aws-not-found', message };
    }
    const arn = `arn:${partitionOf(aws.region)}:logs:${aws.region}:${await aws.accountId()}:log-group:${group}`;
    const { sdk, client } = await aws.cloudWatchLogs();
    const { tags = {} } = await client.send(new sdk.ListTagsForResourceCommand({ resourceArn: arn }), {
      abortSignal: signal,
    });
    return {
      kind: 'plan',
      summary: `Keeps the lines of ${group} in ${aws.region} for ${days} days instead of ${found.retentionDays === null ? 'for ever' : `${found.retentionDays} days`}; older ones are deleted.`,
      checkedBy: 'pre-check',
      before: found,
      targets: [{ arn, tags }],
      grants: [{ actions: ['logs:PutRetentionPolicy'], resources: [arn, `${arn}:*`] }],
    };
  },
  async act({ group, days }, { signal }, aws) {
    const { sdk, client } = await aws.cloudWatchLogs();
    await client.send(new sdk.PutRetentionPolicyCommand({ logGroupName: group, retentionInDays: days }), {
      abortSignal: signal,
    });
    return { kind: 'ok', value: { group, retentionDays: days, region: aws.region } };
  },
  verify: ({ group }, { signal }, aws) => groupNamed(aws, group, signal),
  async reconcile({ group, days }, { signal }, aws) {
    const found = await groupNamed(aws, group, signal);
    if (found?.retentionDays !== days) return undefined;
    return { kind: 'ok', value: { group, retentionDays: days, region: aws.region } };
  },
});

async function groupNamed(
  aws: AwsClients,
  name: string,
  signal: AbortSignal,
): Promise<{ readonly name: string; readonly retentionDays: number | null } | undefined> {
  const { sdk, client } = await aws.cloudWatchLogs();
  // A prefix is all that AWS searches by; names are listed in order, so the name itself comes first.
  const command = new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: name, limit: 1 });
  const { logGroups = [] } = await client.send(command, { abortSignal: signal });
  const found = logGroups.find(({ logGroupName }) => logGroupName === name);
  return found === undefined ? undefined : { name, retentionDays: found.retentionInDays ?? null };
}
