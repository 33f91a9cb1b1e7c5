import { passes, regionControl } from './control.ts';

/** Routes over peering connections. */
export const widePeeringRoutes = regionControl({
  id: '5.6',
  v7: '6.6',
  title: 'Routes over peering connections lead to what is needed, not to the whole peer',
  section: 'Networking',
  severity: 'medium',
  why: 'A route to the whole peer lets whoever is in one VPC try everything in the other.',
  remedy: {
    change: 'The wide route is replaced by routes to the subnets or hosts that are needed.',
    commands: [
      'aws ec2 create-route --region {region} --route-table-id {resource} --destination-cidr-block <needed range> --vpc-peering-connection-id <connection>',
      'aws ec2 delete-route --region {region} --route-table-id {resource} --destination-cidr-block <wide range>',
    ],
    terraform:
      'resource "aws_route" "peer" {\n  route_table_id            = "{resource}"\n  destination_cidr_block    = "10.1.2.0/24" # what is needed\n  vpc_peering_connection_id = "<connection>"\n}',
    risk: 'Connections to what the narrower routes leave out break.',
    undo: 'Create the wide route again.',
  },
  reads: ['route-tables', 'peering-connections'],
  judge: values =>
    values['route-tables']
      .filter(({ peerRoutes }) => peerRoutes.length > 0)
      .map(({ id, peerRoutes }) => {
        const wide = peerRoutes.filter(({ connection, destination }) => {
          const peer = values['peering-connections'].find(other => other.id === connection);
          return destination.endsWith('/0') || peer?.ranges.includes(destination) === true;
        });
        return passes(id, wide.length === 0, {
          good: 'Its routes over peering connections are narrower than the peer.',
          bad: `It routes the whole of ${wide.map(({ destination }) => destination).join(', ')} to a peer.`,
        });
      }),
});
