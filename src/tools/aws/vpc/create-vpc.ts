import { z } from 'zod';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { vpcs } from '../../aws-calls/ec2/network-kinds.ts';
import { cidr4, name, tags } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const createVpc = creatingResource({
  name: 'vpc_create_vpc',
  description: 'Creates a VPC with one IPv4 block. It has no way to the internet.',
  undo: { kind: 'tool', tool: 'vpc_delete_vpc' },
  parameters: z.object({ region, cidr: cidr4, name, tags }),
  example: { cidr: '10.20.0.0/16', name: 'staging' },
  kind: vpcs,
  action: 'ec2:CreateVpc',
  dryRun: 'aws',
  summary: (input, place) => `Creates a VPC with ${input.cidr} in ${place}.`,
  async send({ sdk, client }, input, { DryRun, TagSpecifications, signal }) {
    const command = new sdk.CreateVpcCommand({ CidrBlock: input.cidr, TagSpecifications, DryRun });
    const { Vpc: made } = await client.send(command, { abortSignal: signal });
    return made?.VpcId === undefined ? [] : [made.VpcId];
  },
});
