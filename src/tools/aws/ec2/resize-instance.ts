import { z } from 'zod';
import type { _InstanceType, ArchitectureType } from '../../../clients/aws/sdk/ec2.ts';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { notInState } from '../../aws-calls/ec2/instance-state.ts';
import { instanceId, instanceType } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const resizeInstance = changingResources({
  name: 'ec2_resize_instance',
  description: 'Changes the type of a stopped EC2 instance; it is not started.',
  risk: 'write',
  undo: { kind: 'tool', tool: 'ec2_resize_instance' },
  parameters: z.object({ region, instanceId, instanceType }),
  example: { instanceId: 'i-0123456789abcdef0', instanceType: 't3.small' },
  kind: instances,
  action: 'ec2:ModifyInstanceAttribute',
  reads: ['ec2:DescribeInstanceTypes'],
  dryRun: 'aws',
  ids: input => [input.instanceId],
  async look(input, aws, signal) {
    const { sdk, client } = await aws.ec2();
    // The SDK's type lists the types of its own release day; AWS refuses those that do not exist.
    const InstanceTypes = [input.instanceType as _InstanceType];
    const command = new sdk.DescribeInstanceTypesCommand({ InstanceTypes });
    const { InstanceTypes: [type] = [] } = await client.send(command, { abortSignal: signal });
    const architectures: readonly ArchitectureType[] = type?.ProcessorInfo?.SupportedArchitectures ?? [];
    return { architectures };
  },
  obstacle(input, { entries, facts }) {
    const [instance] = entries;
    if (instance?.InstanceType === input.instanceType) {
      return `${input.instanceId} is a ${input.instanceType} already.`;
    }
    const { Architecture: architecture } = instance ?? {};
    const { architectures } = facts;
    if (architecture !== undefined && architectures.length > 0 && !architectures.includes(architecture)) {
      return `${input.instanceId} runs ${architecture}; ${input.instanceType} is made for ${architectures.join(' and ')}.`;
    }
    return notInState(entries, ['stopped'], 'resized');
  },
  summary: (input, { entries, region: place }) =>
    `Makes ${input.instanceId} in ${place} a ${input.instanceType}; it is a ${entries[0]?.InstanceType ?? 'unknown type'} now.`,
  send({ sdk, client }, input, { DryRun, signal }) {
    const InstanceType = { Value: input.instanceType };
    const command = new sdk.ModifyInstanceAttributeCommand({
      InstanceId: input.instanceId,
      InstanceType,
      DryRun,
    });
    return client.send(command, { abortSignal: signal });
  },
  isDone: (input, entries) => entries[0]?.InstanceType === input.instanceType,
});
