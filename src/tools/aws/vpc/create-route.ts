import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { routeTables } from '../../aws-calls/ec2/network-kinds.ts';
import { cidr, routeTableId } from '../../aws-calls/ec2/parameters.ts';
import {
  destinationOf,
  routeTarget,
  routeTo,
  targetRequest,
  usersOf,
} from '../../aws-calls/ec2/route-parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const createRoute = changingResources({
  name: 'vpc_create_route',
  description:
    'Adds a route to a route table: packets for a block of addresses go to a gateway, a peering connection, a network interface or an instance.',
  risk: 'write',
  undo: { kind: 'tool', tool: 'vpc_delete_route' },
  parameters: z.object({ region, routeTableId, destination: cidr, target: routeTarget }),
  example: {
    routeTableId: 'rtb-0123456789abcdef0',
    destination: '0.0.0.0/0',
    target: 'nat-0123456789abcdef0',
  },
  kind: routeTables,
  action: 'ec2:CreateRoute',
  dryRun: 'aws',
  ids: input => [input.routeTableId],
  obstacle(input, { entries: [table] }) {
    const there = routeTo(table?.Routes, input.destination);
    return there === undefined
      ? undefined
      : `${input.routeTableId} has a route for ${input.destination} to ${there.target} already.`;
  },
  summary: (input, { entries: [table], region: place }) =>
    `Sends packets for ${input.destination} to ${input.target} from ${usersOf(table)} (${input.routeTableId}, ${place}).`,
  send({ sdk, client }, input, { DryRun, signal }) {
    const request = { RouteTableId: input.routeTableId, ...destinationOf(input.destination), DryRun };
    const command = new sdk.CreateRouteCommand({ ...request, ...targetRequest(input.target) });
    return client.send(command, { abortSignal: signal });
  },
  isDone: (input, [table]) => routeTo(table?.Routes, input.destination)?.target === input.target,
});
