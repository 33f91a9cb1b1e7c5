import type {
  FlowLog,
  InternetGateway,
  NatGateway,
  NetworkAcl,
  NetworkInterface,
  RouteTable,
  Subnet,
  Vpc,
  VpcPeeringConnection,
} from '../../../clients/aws/sdk/ec2.ts';
import { asked, entriesOf, inOrder, paging, type ResourceKind, tagsShown } from './resource-kind.ts';
import { shownAclEntries } from './shown-acl-entries.ts';
import { shownRoutes } from './shown-routes.ts';

export const vpcs: ResourceKind<Vpc> = {
  type: 'vpc',
  noun: 'VPC',
  plural: 'vpcs',
  action: 'ec2:DescribeVpcs',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { VpcIds: ids, Filters: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeVpcs(paging(ec2, query), input, { abortSignal }),
      ({ Vpcs }) => Vpcs,
    );
  },
  idOf: ({ VpcId = '' }) => VpcId,
  tagsOf: ({ Tags }) => Tags,
  shown: vpc => ({
    id: vpc.VpcId ?? '',
    state: vpc.State,
    cidrs: (vpc.CidrBlockAssociationSet ?? []).flatMap(({ CidrBlock }) => CidrBlock ?? []).toSorted(),
    ipv6Cidrs: (vpc.Ipv6CidrBlockAssociationSet ?? [])
      .flatMap(({ Ipv6CidrBlock }) => Ipv6CidrBlock ?? [])
      .toSorted(),
    default: vpc.IsDefault,
    tags: tagsShown(vpc.Tags),
  }),
};

export const subnets: ResourceKind<Subnet> = {
  type: 'subnet',
  noun: 'subnet',
  plural: 'subnets',
  action: 'ec2:DescribeSubnets',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { SubnetIds: ids, Filters: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeSubnets(paging(ec2, query), input, { abortSignal }),
      ({ Subnets }) => Subnets,
    );
  },
  idOf: ({ SubnetId = '' }) => SubnetId,
  tagsOf: ({ Tags }) => Tags,
  shown: subnet => ({
    id: subnet.SubnetId ?? '',
    vpc: subnet.VpcId,
    zone: subnet.AvailabilityZone,
    cidr: subnet.CidrBlock,
    ipv6Cidrs: (subnet.Ipv6CidrBlockAssociationSet ?? [])
      .flatMap(({ Ipv6CidrBlock }) => Ipv6CidrBlock ?? [])
      .toSorted(),
    state: subnet.State,
    freeAddresses: subnet.AvailableIpAddressCount,
    givesPublicAddresses: subnet.MapPublicIpOnLaunch,
    default: subnet.DefaultForAz,
    tags: tagsShown(subnet.Tags),
  }),
};

export const routeTables: ResourceKind<RouteTable> = {
  type: 'route-table',
  noun: 'route table',
  plural: 'routeTables',
  action: 'ec2:DescribeRouteTables',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { RouteTableIds: ids, Filters: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeRouteTables(paging(ec2, query), input, { abortSignal }),
      ({ RouteTables }) => RouteTables,
    );
  },
  idOf: ({ RouteTableId = '' }) => RouteTableId,
  tagsOf: ({ Tags }) => Tags,
  shown: table => ({
    id: table.RouteTableId ?? '',
    vpc: table.VpcId,
    main: (table.Associations ?? []).some(({ Main }) => Main === true),
    subnets: (table.Associations ?? []).flatMap(({ SubnetId }) => SubnetId ?? []).toSorted(),
    routes: shownRoutes(table.Routes),
    tags: tagsShown(table.Tags),
  }),
};

export const internetGateways: ResourceKind<InternetGateway> = {
  type: 'internet-gateway',
  noun: 'internet gateway',
  plural: 'internetGateways',
  action: 'ec2:DescribeInternetGateways',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { InternetGatewayIds: ids, Filters: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeInternetGateways(paging(ec2, query), input, { abortSignal }),
      ({ InternetGateways }) => InternetGateways,
    );
  },
  idOf: ({ InternetGatewayId = '' }) => InternetGatewayId,
  tagsOf: ({ Tags }) => Tags,
  shown: gateway => ({
    id: gateway.InternetGatewayId ?? '',
    attachedTo: (gateway.Attachments ?? []).flatMap(({ VpcId }) => VpcId ?? []).toSorted(),
    tags: tagsShown(gateway.Tags),
  }),
};

export const natGateways: ResourceKind<NatGateway> = {
  type: 'natgateway',
  noun: 'NAT gateway',
  plural: 'natGateways',
  action: 'ec2:DescribeNatGateways',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { NatGatewayIds: ids, Filter: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeNatGateways(paging(ec2, query), input, { abortSignal }),
      ({ NatGateways }) => NatGateways,
    );
  },
  idOf: ({ NatGatewayId = '' }) => NatGatewayId,
  tagsOf: ({ Tags }) => Tags,
  shown: gateway => ({
    id: gateway.NatGatewayId ?? '',
    state: gateway.State,
    vpc: gateway.VpcId,
    subnet: gateway.SubnetId,
    connectivity: gateway.ConnectivityType,
    publicIps: (gateway.NatGatewayAddresses ?? []).flatMap(({ PublicIp }) => PublicIp ?? []).toSorted(),
    failure: gateway.FailureMessage,
    created: gateway.CreateTime?.toISOString(),
    tags: tagsShown(gateway.Tags),
  }),
};

export const networkAcls: ResourceKind<NetworkAcl> = {
  type: 'network-acl',
  noun: 'network ACL',
  plural: 'networkAcls',
  action: 'ec2:DescribeNetworkAcls',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { NetworkAclIds: ids, Filters: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeNetworkAcls(paging(ec2, query), input, { abortSignal }),
      ({ NetworkAcls }) => NetworkAcls,
    );
  },
  idOf: ({ NetworkAclId = '' }) => NetworkAclId,
  tagsOf: ({ Tags }) => Tags,
  shown: acl => ({
    id: acl.NetworkAclId ?? '',
    vpc: acl.VpcId,
    default: acl.IsDefault,
    subnets: (acl.Associations ?? []).flatMap(({ SubnetId }) => SubnetId ?? []).toSorted(),
    ingress: shownAclEntries(acl.Entries, false),
    egress: shownAclEntries(acl.Entries, true),
    tags: tagsShown(acl.Tags),
  }),
};

export const flowLogs: ResourceKind<FlowLog> = {
  type: 'vpc-flow-log',
  noun: 'flow log',
  plural: 'flowLogs',
  action: 'ec2:DescribeFlowLogs',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { FlowLogIds: ids, Filter: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeFlowLogs(paging(ec2, query), input, { abortSignal }),
      ({ FlowLogs }) => FlowLogs,
    );
  },
  idOf: ({ FlowLogId = '' }) => FlowLogId,
  tagsOf: ({ Tags }) => Tags,
  shown: log => ({
    id: log.FlowLogId ?? '',
    resource: log.ResourceId,
    status: log.FlowLogStatus,
    traffic: log.TrafficType,
    destinationType: log.LogDestinationType,
    destination: log.LogDestination ?? log.LogGroupName,
    delivery: log.DeliverLogsStatus,
    deliveryError: log.DeliverLogsErrorMessage,
    created: log.CreationTime?.toISOString(),
    tags: tagsShown(log.Tags),
  }),
};

export const peerings: ResourceKind<VpcPeeringConnection> = {
  type: 'vpc-peering-connection',
  noun: 'peering connection',
  plural: 'peerings',
  action: 'ec2:DescribeVpcPeeringConnections',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { VpcPeeringConnectionIds: ids, Filters: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeVpcPeeringConnections(paging(ec2, query), input, { abortSignal }),
      ({ VpcPeeringConnections }) => VpcPeeringConnections,
    );
  },
  idOf: ({ VpcPeeringConnectionId = '' }) => VpcPeeringConnectionId,
  tagsOf: ({ Tags }) => Tags,
  shown: peering => ({
    id: peering.VpcPeeringConnectionId ?? '',
    status: peering.Status?.Code,
    message: peering.Status?.Message,
    requester: shownPeer(peering.RequesterVpcInfo),
    accepter: shownPeer(peering.AccepterVpcInfo),
    expires: peering.ExpirationTime?.toISOString(),
    tags: tagsShown(peering.Tags),
  }),
};

function shownPeer(peer: VpcPeeringConnection['RequesterVpcInfo']) {
  return {
    vpc: peer?.VpcId,
    account: peer?.OwnerId,
    region: peer?.Region,
    cidrs: (peer?.CidrBlockSet ?? []).flatMap(({ CidrBlock }) => CidrBlock ?? []).toSorted(),
  };
}

export const networkInterfaces: ResourceKind<NetworkInterface> = {
  type: 'network-interface',
  noun: 'network interface',
  plural: 'networkInterfaces',
  action: 'ec2:DescribeNetworkInterfaces',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { NetworkInterfaceIds: ids, Filters: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeNetworkInterfaces(paging(ec2, query), input, { abortSignal }),
      ({ NetworkInterfaces }) => NetworkInterfaces,
    );
  },
  idOf: ({ NetworkInterfaceId = '' }) => NetworkInterfaceId,
  tagsOf: ({ TagSet }) => TagSet,
  shown: card => ({
    id: card.NetworkInterfaceId ?? '',
    kind: card.InterfaceType,
    description: card.Description,
    instance: card.Attachment?.InstanceId,
    subnet: card.SubnetId,
    privateIp: card.PrivateIpAddress,
    securityGroups: inOrder((card.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? [])),
  }),
};
