import { z } from 'zod';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { peerings, vpcs } from '../../aws-calls/ec2/network-kinds.ts';
import { name, tags, vpcId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const createPeering = creatingResource({
  name: 'vpc_create_peering',
  description:
    'Asks for a peering connection between two VPCs. Nothing flows until the other side accepts and both have routes.',
  undo: { kind: 'tool', tool: 'vpc_delete_peering' },
  parameters: z.object({
    region,
    vpcId,
    peerVpcId: vpcId.describe('The VPC to connect to.'),
    peerAccount: z
      .string()
      .regex(/^\d{12}$/, 'an account number')
      .nullish()
      .describe('Its account. Default: the same.'),
    peerRegion: region.describe('Its region. Default: the same.'),
    name,
    tags,
  }),
  example: { vpcId: 'vpc-0123456789abcdef0', peerVpcId: 'vpc-0fedcba9876543210' },
  kind: peerings,
  action: 'ec2:CreateVpcPeeringConnection',
  otherActions: ['ec2:DescribeVpcs'],
  dryRun: 'aws',
  async look(input, aws, signal) {
    const found = await findExisting(vpcs, aws, { tool: 'vpc_create_peering', ids: [input.vpcId], signal });
    return found.kind === 'found' ? { kind: 'facts', facts: undefined } : found;
  },
  summary: (input, place) =>
    `Asks for a peering connection of ${input.vpcId} (${place}) with ${input.peerVpcId}${input.peerAccount ? ` of ${input.peerAccount}` : ''}${input.peerRegion ? ` in ${input.peerRegion}` : ''}.`,
  otherArns: (input, arn) => [arn('vpc', input.vpcId)],
  async send({ sdk, client }, input, { DryRun, TagSpecifications, signal }) {
    const command = new sdk.CreateVpcPeeringConnectionCommand({
      VpcId: input.vpcId,
      PeerVpcId: input.peerVpcId,
      PeerOwnerId: input.peerAccount ?? undefined,
      PeerRegion: input.peerRegion ?? undefined,
      TagSpecifications,
      DryRun,
    });
    const { VpcPeeringConnection: made } = await client.send(command, { abortSignal: signal });
    return made?.VpcPeeringConnectionId === undefined ? [] : [made.VpcPeeringConnectionId];
  },
});
