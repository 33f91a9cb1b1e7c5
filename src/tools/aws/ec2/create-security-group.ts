import { z } from 'zod';
import { securityGroups } from '../../aws-calls/ec2/compute-kinds.ts';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { vpcs } from '../../aws-calls/ec2/network-kinds.ts';
import { tags, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

const name = 'ec2_create_security_group';
const text = /^[\w .:/()#,@[\]+=&;{}!$*-]+$/;

export const createSecurityGroup = creatingResource({
  name,
  description: 'Creates a security group that lets nothing in and, as AWS has it, everything out.',
  undo: { kind: 'tool', tool: 'ec2_delete_security_group' },
  parameters: z.object({
    region,
    vpcId,
    groupName: z
      .string()
      .max(255)
      .regex(text)
      .regex(/^(?!sg-)/i, 'not a name that starts with sg-'),
    description: z.string().max(255).regex(text).describe('What the group is for.'),
    tags,
  }),
  example: { vpcId: 'vpc-0123456789abcdef0', groupName: 'web', description: 'The web servers' },
  kind: securityGroups,
  action: 'ec2:CreateSecurityGroup',
  otherActions: ['ec2:DescribeVpcs'],
  async look(input, aws, signal) {
    const found = await findExisting(vpcs, aws, { tool: name, ids: [input.vpcId], signal });
    return found.kind === 'found' ? { kind: 'facts', facts: undefined } : found;
  },
  summary: (input, place) => `Creates the security group ${input.groupName} in ${input.vpcId} (${place}).`,
  otherArns: (input, arn) => [arn('vpc', input.vpcId)],
  async send({ sdk, client }, input, { DryRun, TagSpecifications, signal }) {
    const command = new sdk.CreateSecurityGroupCommand({
      VpcId: input.vpcId,
      GroupName: input.groupName,
      Description: input.description,
      TagSpecifications,
      DryRun,
    });
    const { GroupId } = await client.send(command, { abortSignal: signal });
    return GroupId === undefined ? [] : [GroupId];
  },
});
