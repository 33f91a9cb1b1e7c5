import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { instances } from '../../aws-calls/ec2/compute-kinds.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { instanceId } from '../../aws-calls/ec2/parameters.ts';
import { describedInstance } from '../../aws-calls/ec2/shown-instance.ts';
import { isTerminationProtected } from '../../aws-calls/ec2/termination-protection.ts';
import { region } from '../../aws-calls/parameters.ts';

const name = 'ec2_describe_instance';

export const describeInstance = readTool({
  name,
  description:
    'Tells everything of one instance: image, disks, networks, security groups, metadata options, termination protection, and how the internet sees it.',
  permissions: { iam: ['ec2:DescribeInstances', 'ec2:DescribeInstanceAttribute'] },
  parameters: z.object({ region, instanceId }),
  example: { instanceId: 'i-0123456789abcdef0' },
  async handle(input, { signal }, aws) {
    const found = await findExisting(instances, aws, { tool: name, ids: [input.instanceId], signal });
    if (found.kind !== 'found') return found;
    const terminationProtected = await isTerminationProtected(await aws.ec2(), input.instanceId, signal);
    const described = found.entries.map(describedInstance)[0];
    return { kind: 'ok', value: { region: aws.region, ...described, terminationProtected } };
  },
});
