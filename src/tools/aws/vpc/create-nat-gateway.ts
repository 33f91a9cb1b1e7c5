import { z } from 'zod';
import { addresses } from '../../aws-calls/ec2/compute-kinds.ts';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { findExisting } from '../../aws-calls/ec2/find-resources.ts';
import { natGateways, subnets } from '../../aws-calls/ec2/network-kinds.ts';
import { allocationId, name, subnetId, tags } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const createNatGateway = creatingResource({
  name: 'vpc_create_nat_gateway',
  description:
    'Creates a NAT gateway in a subnet: with an elastic address towards the internet, without one towards other private networks. It costs money by the hour.',
  undo: { kind: 'tool', tool: 'vpc_delete_nat_gateway' },
  parameters: z.object({
    region,
    subnetId,
    allocationId: allocationId
      .nullish()
      .describe('An elastic address that nothing uses; without it the gateway is private.'),
    name,
    tags,
  }),
  example: { subnetId: 'subnet-0123456789abcdef0', allocationId: 'eipalloc-0123456789abcdef0' },
  kind: natGateways,
  action: 'ec2:CreateNatGateway',
  otherActions: ['ec2:DescribeSubnets', 'ec2:DescribeAddresses'],
  dryRun: 'aws',
  async look(input, aws, signal) {
    const tool = 'vpc_create_nat_gateway';
    const found = await findExisting(subnets, aws, { tool, ids: [input.subnetId], signal });
    if (found.kind !== 'found') return found;
    if (!input.allocationId) return { kind: 'facts', facts: undefined };
    const address = await findExisting(addresses, aws, { tool, ids: [input.allocationId], signal });
    if (address.kind !== 'found') return address;
    if (address.entries[0]?.AssociationId === undefined) return { kind: 'facts', facts: undefined };
    const message = `${tool}: the address ${input.allocationId} is in use by something else.`;
    return { kind: 'refused', code: 'not-possible', message };
  },
  summary: (input, place) =>
    `Creates a ${input.allocationId ? 'public' : 'private'} NAT gateway in ${input.subnetId} (${place}).`,
  otherArns: (input, arn) => [
    arn('subnet', input.subnetId),
    ...(input.allocationId ? [arn('elastic-ip', input.allocationId)] : []),
  ],
  async send({ sdk, client }, input, { DryRun, TagSpecifications, ClientToken, signal }) {
    const command = new sdk.CreateNatGatewayCommand({
      SubnetId: input.subnetId,
      ConnectivityType: input.allocationId ? 'public' : 'private',
      AllocationId: input.allocationId ?? undefined,
      TagSpecifications,
      ClientToken,
      DryRun,
    });
    const { NatGateway: made } = await client.send(command, { abortSignal: signal });
    return made?.NatGatewayId === undefined ? [] : [made.NatGatewayId];
  },
});
