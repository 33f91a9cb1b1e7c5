import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { filtersOf, findResources } from '../../aws-calls/ec2/find-resources.ts';
import { natGateways, routeTables } from '../../aws-calls/ec2/network-kinds.ts';
import { natGatewayId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deleteNatGateway = changingResources({
  name: 'vpc_delete_nat_gateway',
  description:
    'Deletes a NAT gateway; what reaches the outside through it no longer does. Its elastic address stays.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'Create another one and point the routes to it.' },
  parameters: z.object({ region, natGatewayId }),
  example: { natGatewayId: 'nat-0123456789abcdef0' },
  kind: natGateways,
  action: 'ec2:DeleteNatGateway',
  reads: ['ec2:DescribeRouteTables'],
  dryRun: 'aws',
  ids: input => [input.natGatewayId],
  async look(input, aws, signal) {
    const filters = filtersOf({ 'route.nat-gateway-id': input.natGatewayId });
    const tables = await findResources(routeTables, aws, { filters, signal });
    return { routedFrom: tables.map(routeTables.idOf) };
  },
  obstacle(input, { entries }) {
    const state = entries[0]?.State;
    return state === 'deleting' || state === 'deleted'
      ? `${input.natGatewayId} is ${state} already.`
      : undefined;
  },
  summary: (input, looked) =>
    `Deletes ${input.natGatewayId} in ${looked.region}. ${looked.facts.routedFrom.length === 0 ? 'No route points' : `The routes of ${looked.facts.routedFrom.join(', ')} point`} to it.`,
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.DeleteNatGatewayCommand({ NatGatewayId: input.natGatewayId, DryRun }), {
      abortSignal: signal,
    }),
  isDone: (_input, entries) => entries.every(({ State }) => State === 'deleting' || State === 'deleted'),
});
