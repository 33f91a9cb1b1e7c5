import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { instanceId } from '../../aws-calls/ec2/parameters.ts';
import { isTerminationProtected } from '../../aws-calls/ec2/termination-protection.ts';
import { region } from '../../aws-calls/parameters.ts';

export const setTerminationProtection = changingResources({
  name: 'ec2_set_termination_protection',
  description:
    'Protects an EC2 instance from termination, or lifts that protection. Nothing else is part of the same approval.',
  risk: 'write',
  undo: { kind: 'tool', tool: 'ec2_set_termination_protection' },
  parameters: z.object({
    region,
    instanceId,
    protect: z.boolean().describe('true protects, false lifts the protection.'),
  }),
  example: { instanceId: 'i-0123456789abcdef0', protect: true },
  kind: instances,
  action: 'ec2:ModifyInstanceAttribute',
  reads: ['ec2:DescribeInstanceAttribute'],
  dryRun: 'aws',
  ids: input => [input.instanceId],
  look: async (input, aws, signal) => ({
    terminationProtected: await isTerminationProtected(await aws.ec2(), input.instanceId, signal),
  }),
  obstacle: (input, { facts }) =>
    facts.terminationProtected === input.protect
      ? `${input.instanceId} is ${input.protect ? '' : 'not '}protected already.`
      : undefined,
  summary: (input, looked) =>
    input.protect
      ? `Protects ${input.instanceId} in ${looked.region} from termination.`
      : `Lifts the termination protection of ${input.instanceId} in ${looked.region}: it can be terminated from then on.`,
  send({ sdk, client }, input, { DryRun, signal }) {
    const DisableApiTermination = { Value: input.protect };
    const command = new sdk.ModifyInstanceAttributeCommand({
      InstanceId: input.instanceId,
      DisableApiTermination,
      DryRun,
    });
    return client.send(command, { abortSignal: signal });
  },
  isDone: async (input, _entries, aws, signal) =>
    (await isTerminationProtected(await aws.ec2(), input.instanceId, signal)) === input.protect,
});
