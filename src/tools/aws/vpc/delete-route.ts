import { z } from 'zod';
import { changingResources } from '../../aws-calls/ec2/changing-resources.ts';
import { routeTables } from '../../aws-calls/ec2/network-kinds.ts';
import { cidr, routeTableId } from '../../aws-calls/ec2/parameters.ts';
import { destinationOf, routeTo, usersOf } from '../../aws-calls/ec2/route-parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

export const deleteRoute = changingResources({
  name: 'vpc_delete_route',
  description:
    'Takes a route out of a route table; what it leads to is cut off from the subnets that use the table.',
  risk: 'destructive',
  undo: { kind: 'tool', tool: 'vpc_create_route' },
  parameters: z.object({ region, routeTableId, destination: cidr }),
  example: { routeTableId: 'rtb-0123456789abcdef0', destination: '0.0.0.0/0' },
  kind: routeTables,
  action: 'ec2:DeleteRoute',
  dryRun: 'aws',
  ids: input => [input.routeTableId],
  obstacle(input, { entries: [table] }) {
    const there = routeTo(table?.Routes, input.destination);
    if (there === undefined) return `${input.routeTableId} has no route for ${input.destination}.`;
    return there.target === 'local'
      ? `the route for ${input.destination} is the VPC’s own, which stays.`
      : undefined;
  },
  summary: (input, { entries: [table], region: place }) =>
    `No longer sends packets for ${input.destination} to ${routeTo(table?.Routes, input.destination)?.target ?? 'anywhere'} from ${usersOf(table)} (${input.routeTableId}, ${place}).`,
  send({ sdk, client }, input, { DryRun, signal }) {
    const request = { RouteTableId: input.routeTableId, ...destinationOf(input.destination), DryRun };
    return client.send(new sdk.DeleteRouteCommand(request), { abortSignal: signal });
  },
  isDone: (input, entries) =>
    entries.length > 0 && routeTo(entries[0]?.Routes, input.destination) === undefined,
});
