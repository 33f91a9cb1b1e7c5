import type { Route } from '../../../clients/aws/sdk/ec2.ts';
import { inOrder } from './resource-kind.ts';

/** A route: where packets for a block of addresses go. */
export type ShownRoute = {
  /** A block of addresses or a prefix list. */
  readonly destination: string;
  /** `local`, or the id of a gateway, an interface, a peering connection… */
  readonly target: string;
  /** A blackhole's target is gone: what takes this route is dropped. */
  readonly state: 'active' | 'blackhole';
  /** `local`, `static`, or learned from a virtual private gateway. */
  readonly origin: string | undefined;
};

/** The routes of a table. */
export function shownRoutes(routes: readonly Route[] = []): readonly ShownRoute[] {
  return inOrder(
    routes.map(route => ({
      destination:
        route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? route.DestinationPrefixListId ?? '',
      target: targetOf(route),
      state: route.State === 'blackhole' ? ('blackhole' as const) : ('active' as const),
      origin: route.Origin,
    })),
  );
}

function targetOf(route: Route): string {
  return (
    [
      route.GatewayId,
      route.NatGatewayId,
      route.TransitGatewayId,
      route.VpcPeeringConnectionId,
      route.EgressOnlyInternetGatewayId,
      route.LocalGatewayId,
      route.CarrierGatewayId,
      route.CoreNetworkArn,
      route.NetworkInterfaceId,
      route.InstanceId,
    ].find(target => target !== undefined && target !== '') ?? ''
  );
}
