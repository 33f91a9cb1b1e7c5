import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { routeTables } from '../../aws-calls/ec2/network-kinds.ts';
import { routeTableId } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deleteRouteTable = changingResources({
  name: 'vpc_delete_route_table',
  description: 'Deletes a route table that no subnet uses and that is not the main one of its VPC.',
  risk: 'destructive',
  undo: { kind: 'manual', how: 'Create a table with the same routes; it gets another id.' },
  parameters: z.object({ region, routeTableId }),
  example: { routeTableId: 'rtb-0123456789abcdef0' },
  kind: routeTables,
  action: 'ec2:DeleteRouteTable',
  dryRun: 'aws',
  ids: input => [input.routeTableId],
  obstacle(input, { entries: [table] }) {
    const associations = table?.Associations ?? [];
    if (associations.some(({ Main }) => Main)) return `${input.routeTableId} is the main table of its VPC.`;
    const users = associations.flatMap(({ SubnetId, GatewayId }) => SubnetId ?? GatewayId ?? []);
    return users.length > 0 ? `${input.routeTableId} is in use by ${users.join(', ')}.` : undefined;
  },
  summary: (input, looked) => `Deletes ${input.routeTableId} in ${looked.region}.`,
  send: ({ sdk, client }, input, { DryRun, signal }) =>
    client.send(new sdk.DeleteRouteTableCommand({ RouteTableId: input.routeTableId, DryRun }), {
      abortSignal: signal,
    }),
  isDone: (_input, entries) => entries.length === 0,
});
