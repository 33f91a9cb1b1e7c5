import { z } from 'zod';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { subnets, vpcs } from '../../aws-calls/ec2/network-kinds.ts';
import { cidr4, name, tags, vpcId, zone } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const createSubnet = creatingResource({
  name: 'vpc_create_subnet',
  description: 'Creates a subnet in a VPC. What is made in it gets no public address by itself.',
  undo: { kind: 'tool', tool: 'vpc_delete_subnet' },
  parameters: z.object({ region, vpcId, cidr: cidr4, zone: zone.nullish(), name, tags }),
  example: { vpcId: 'vpc-0123456789abcdef0', cidr: '10.20.1.0/24' },
  kind: subnets,
  action: 'ec2:CreateSubnet',
  otherActions: ['ec2:DescribeVpcs'],
  dryRun: 'aws',
  async look(input, aws, signal) {
    const found = await findExisting(vpcs, aws, { tool: 'vpc_create_subnet', ids: [input.vpcId], signal });
    return found.kind === 'found' ? { kind: 'facts', facts: undefined } : found;
  },
  summary: (input, place) =>
    `Creates a subnet with ${input.cidr} in ${input.vpcId} (${input.zone ?? place}).`,
  otherArns: (input, arn) => [arn('vpc', input.vpcId)],
  async send({ sdk, client }, input, { DryRun, TagSpecifications, signal }) {
    const command = new sdk.CreateSubnetCommand({
      VpcId: input.vpcId,
      CidrBlock: input.cidr,
      AvailabilityZone: input.zone ?? undefined,
      TagSpecifications,
      DryRun,
    });
    const { Subnet: made } = await client.send(command, { abortSignal: signal });
    return made?.SubnetId === undefined ? [] : [made.SubnetId];
  },
});
