import { z } from 'zod';
import type { RouteTable } from '../../../clients/aws/sdk/ec2.ts';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { findTagged } from '../../aws-calls/ec2/find-resources.ts';
import { routeTables, subnets } from '../../aws-calls/ec2/network-kinds.ts';
import { routeTableId, subnetId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const disassociateRouteTable = changingResources({
  name: 'vpc_disassociate_route_table',
  description:
    'Takes the association of a subnet with a route table away: the subnet uses the main table of its VPC from then on.',
  risk: 'destructive',
  undo: { kind: 'tool', tool: 'vpc_associate_route_table' },
  parameters: z.object({ region, routeTableId, subnetId }),
  example: { routeTableId: 'rtb-0123456789abcdef0', subnetId: 'subnet-0123456789abcdef0' },
  kind: routeTables,
  action: 'ec2:DisassociateRouteTable',
  reads: ['ec2:DescribeSubnets'],
  dryRun: 'aws',
  ids: input => [input.routeTableId],
  look: async (input, aws, signal, entries) => ({
    association: associationOf(entries, input.subnetId),
    subnet: await findTagged(subnets, aws, { id: input.subnetId, signal }),
  }),
  obstacle: (input, { facts }) =>
    facts.association === undefined
      ? `${input.subnetId} is not associated with ${input.routeTableId}.`
      : undefined,
  summary: (input, looked) =>
    `Has ${input.subnetId} no longer use ${input.routeTableId} but the main table of its VPC (${looked.region}).`,
  alsoChanged: ({ subnet }) => subnet ?? [],
  send({ sdk, client }, _input, { DryRun, signal, facts }) {
    const command = new sdk.DisassociateRouteTableCommand({ AssociationId: facts.association, DryRun });
    return client.send(command, { abortSignal: signal });
  },
  isDone: (input, entries) => entries.length > 0 && associationOf(entries, input.subnetId) === undefined,
});

function associationOf(tables: readonly RouteTable[], subnet: string): string | undefined {
  return tables.flatMap(({ Associations = [] }) => Associations).find(({ SubnetId }) => SubnetId === subnet)
    ?.RouteTableAssociationId;
}
