import { z } from 'zod';
import type { CreateRouteRequest, Route, RouteTable } from '../../../clients/aws/sdk/ec2.ts';
import { type ShownRoute, shownRoutes } from './shown-routes.ts';

/** What `CreateRoute` calls a target, by the prefix of its id. */
const targets = {
  igw: 'GatewayId',
  vgw: 'GatewayId',
  nat: 'NatGatewayId',
  tgw: 'TransitGatewayId',
  pcx: 'VpcPeeringConnectionId',
  eigw: 'EgressOnlyInternetGatewayId',
  eni: 'NetworkInterfaceId',
  i: 'InstanceId',
} as const satisfies Readonly<Record<string, keyof CreateRouteRequest>>;

export const routeTarget = z
  .string()
  .regex(
    new RegExp(`^(${Object.keys(targets).join('|')})-[0-9a-f]{8}([0-9a-f]{9})?$`),
    'an id of a gateway, a peering connection, a network interface or an instance',
  )
  .describe(
    'Where packets go: an internet, NAT, transit or virtual private gateway, a peering connection, a network interface or an instance.',
  );

/** The target as `CreateRoute` wants it. */
export function targetRequest(target: string): Partial<CreateRouteRequest> {
  const prefix = target.split('-')[0];
  const field = Object.entries(targets).find(([key]) => key === prefix)?.[1];
  return field === undefined ? {} : { [field]: target };
}

/** The destination as EC2 wants it. */
export function destinationOf(cidr: string): {
  DestinationCidrBlock?: string;
  DestinationIpv6CidrBlock?: string;
} {
  return cidr.includes(':') ? { DestinationIpv6CidrBlock: cidr } : { DestinationCidrBlock: cidr };
}

/** The route of a table for exactly this block. */
export function routeTo(routes: readonly Route[] | undefined, destination: string): ShownRoute | undefined {
  return shownRoutes(routes).find(route => route.destination === destination);
}

/** Who a table's routes count for, for sentences. */
export function usersOf(table: RouteTable | undefined): string {
  const associations = table?.Associations ?? [];
  const named = associations.flatMap(({ SubnetId }) => SubnetId ?? []).toSorted();
  const isMain = associations.some(({ Main }) => Main === true);
  const users = [...named, ...(isMain ? ['every subnet without a table of its own'] : [])];
  return users.length === 0 ? 'no subnet yet' : users.join(', ');
}
