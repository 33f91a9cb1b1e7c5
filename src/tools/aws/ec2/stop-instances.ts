import { z } from 'zod';
import { changingTool } from '../../aws-calls/define-aws-tool.ts';
import { instanceIds, region } from '../../aws-calls/parameters.ts';

export const stopInstances = changingTool({
  name: 'ec2_stop_instances',
  description:
    'Stops running EC2 instances. Their disks stay; instance store volumes and public addresses are lost.',
  risk: 'write',
  permissions: { iam: ['ec2:DescribeInstances', 'ec2:StopInstances'] },
  undo: {
    kind: 'manual',
    how: 'Start the instances again; a public address that is not elastic will be another.',
  },
  idempotent: true,
  parameters: z.object({ region, instanceIds }),
  example: { region: 'eu-central-1', instanceIds: ['i-0123456789abcdef0'] },
  async plan({ instanceIds: ids }, { signal }, aws) {
    const { sdk, client } = await aws.ec2();
    const { Reservations = [] } = await client.send(new sdk.DescribeInstancesCommand({ InstanceIds: ids }), {
      abortSignal: signal,
    });
    const before = Reservations.flatMap(({ Instances = [] }) => Instances)
      .map(({ InstanceId, State }) => ({ id: InstanceId ?? '', state: State?.Name }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const account = await aws.accountId();
    return {
      kind: 'plan',
      summary: `Stops ${ids.join(', ')} in ${aws.region}.`,
      checkedBy: 'pre-check',
      before,
      grants: [
        {
          actions: ['ec2:StopInstances'],
          resources: ids.map(id => `arn:aws:ec2:${aws.region}:${account}:instance/${id}`),
        },
      ],
    };
  },
  async act({ instanceIds: ids }, { signal }, aws) {
    const { sdk, client } = await aws.ec2();
    const { StoppingInstances = [] } = await client.send(new sdk.StopInstancesCommand({ InstanceIds: ids }), {
      abortSignal: signal,
    });
    const value = StoppingInstances.map(({ InstanceId, CurrentState }) => ({
      id: InstanceId,
      state: CurrentState?.Name,
    }));
    return { kind: 'ok', value };
  },
});
