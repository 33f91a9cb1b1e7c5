import { answering, id } from '../ec2/answers.ts';
import { type Change, refusing } from '../ec2/describe-changes.ts';

const vpcIs = answering('vpcSet', { vpcId: id.vpc });
const subnetIs = answering('subnetSet', { subnetId: id.subnet, vpcId: id.vpc });
const cards = answering('networkInterfaceSet', { networkInterfaceId: id.networkInterface });
const noCards = answering('networkInterfaceSet');
const association = { routeTableAssociationId: 'rtbassoc-1', subnetId: id.subnet };
const tableIs = (more: object = {}) =>
  answering('routeTableSet', { routeTableId: id.routeTable, vpcId: id.vpc, ...more });
const route = (target: string) => ({
  routeSet: { item: [{ destinationCidrBlock: '0.0.0.0/0', natGatewayId: target, state: 'active' }] },
});
const gatewayIs = (...vpcs: readonly string[]) =>
  answering('internetGatewaySet', {
    internetGatewayId: id.internetGateway,
    attachmentSet: { item: vpcs.map(vpcId => ({ vpcId, state: 'available' })) },
  });
const peeringIs = (code: string) =>
  answering('vpcPeeringConnectionSet', {
    vpcPeeringConnectionId: id.peering,
    status: { code },
    requesterVpcInfo: { vpcId: id.otherVpc, ownerId: '444455556666' },
    accepterVpcInfo: { vpcId: id.vpc },
  });
const aclIs = (...entries: readonly object[]) =>
  answering('networkAclSet', {
    networkAclId: id.networkAcl,
    associationSet: { item: [{ subnetId: id.subnet }] },
    entrySet: { item: entries },
  });
const entry = {
  ruleNumber: 90,
  protocol: '-1',
  ruleAction: 'deny',
  egress: false,
  cidrBlock: '203.0.113.0/24',
};
const bucket = 'arn:aws:s3:::flow-logs';
const gone = refusing('InvalidID.NotFound');

/** Every change of VPC by one action: what is there before, what is asked for and allowed. */
export const vpcChanges: readonly Change[] = [
  {
    tool: 'vpc_create_vpc',
    input: { cidr: '10.20.0.0/16', name: 'staging' },
    reads: { 'ec2:DescribeVpcs': vpcIs },
    action: 'ec2:CreateVpc',
    answer: { vpc: { vpcId: id.vpc } },
    request: {
      CidrBlock: '10.20.0.0/16',
      'TagSpecification.1.Tag.1.Key': 'Name',
      'TagSpecification.1.Tag.2.Key': 'devops:managed',
      'TagSpecification.1.Tag.3.Key': 'devops:call',
    },
    policy: [
      ['ec2:CreateVpc', 'vpc/*'],
      ['ec2:CreateTags', 'vpc/*'],
    ],
    summary: /10\.20\.0\.0\/16/,
  },
  {
    tool: 'vpc_delete_vpc',
    input: { vpcId: id.vpc },
    reads: {
      'ec2:DescribeVpcs': vpcIs,
      'ec2:DescribeSubnets': answering('subnetSet'),
      'ec2:DescribeInternetGateways': answering('internetGatewaySet'),
      'ec2:DescribeNetworkInterfaces': noCards,
    },
    moved: { 'ec2:DescribeNetworkInterfaces': cards },
    action: 'ec2:DeleteVpc',
    request: { VpcId: id.vpc },
    policy: [['ec2:DeleteVpc', `vpc/${id.vpc}`]],
    summary: /^Deletes vpc-01234567/,
  },
  {
    tool: 'vpc_create_subnet',
    input: { vpcId: id.vpc, cidr: '10.20.1.0/24', zone: 'eu-west-1a' },
    reads: { 'ec2:DescribeVpcs': vpcIs, 'ec2:DescribeSubnets': subnetIs },
    moved: { 'ec2:DescribeVpcs': gone },
    action: 'ec2:CreateSubnet',
    answer: { subnet: { subnetId: id.subnet } },
    request: { VpcId: id.vpc, CidrBlock: '10.20.1.0/24', AvailabilityZone: 'eu-west-1a' },
    policy: [
      ['ec2:CreateSubnet', 'subnet/*', `vpc/${id.vpc}`],
      ['ec2:CreateTags', 'subnet/*'],
    ],
    summary: /10\.20\.1\.0\/24/,
  },
  {
    tool: 'vpc_delete_subnet',
    input: { subnetId: id.subnet },
    reads: { 'ec2:DescribeSubnets': subnetIs, 'ec2:DescribeNetworkInterfaces': noCards },
    moved: { 'ec2:DescribeNetworkInterfaces': cards },
    action: 'ec2:DeleteSubnet',
    request: { SubnetId: id.subnet },
    policy: [['ec2:DeleteSubnet', `subnet/${id.subnet}`]],
    summary: /^Deletes/,
  },
  {
    tool: 'vpc_create_route_table',
    input: { vpcId: id.vpc },
    reads: { 'ec2:DescribeVpcs': vpcIs, 'ec2:DescribeRouteTables': tableIs() },
    moved: { 'ec2:DescribeVpcs': gone },
    action: 'ec2:CreateRouteTable',
    answer: { routeTable: { routeTableId: id.routeTable } },
    request: { VpcId: id.vpc },
    policy: [
      ['ec2:CreateRouteTable', 'route-table/*', `vpc/${id.vpc}`],
      ['ec2:CreateTags', 'route-table/*'],
    ],
    summary: /^Creates a route table/,
  },
  {
    tool: 'vpc_delete_route_table',
    input: { routeTableId: id.routeTable },
    reads: { 'ec2:DescribeRouteTables': tableIs() },
    moved: { 'ec2:DescribeRouteTables': tableIs({ associationSet: { item: [association] } }) },
    action: 'ec2:DeleteRouteTable',
    request: { RouteTableId: id.routeTable },
    policy: [['ec2:DeleteRouteTable', `route-table/${id.routeTable}`]],
    summary: /^Deletes/,
  },
  {
    tool: 'vpc_associate_route_table',
    input: { routeTableId: id.routeTable, subnetId: id.subnet },
    reads: {
      'ec2:DescribeRouteTables': call =>
        call.input['RouteTableId.1'] === undefined ? { routeTableSet: {} } : tableIs()(call),
      'ec2:DescribeSubnets': subnetIs,
    },
    moved: { 'ec2:DescribeSubnets': gone },
    action: 'ec2:AssociateRouteTable',
    request: { RouteTableId: id.routeTable, SubnetId: id.subnet },
    policy: [['ec2:AssociateRouteTable', `route-table/${id.routeTable}`, `subnet/${id.subnet}`]],
    summary: /^Has subnet-01234567 use rtb-01234567/,
  },
  {
    tool: 'vpc_disassociate_route_table',
    input: { routeTableId: id.routeTable, subnetId: id.subnet },
    reads: {
      'ec2:DescribeRouteTables': tableIs({ associationSet: { item: [association] } }),
      'ec2:DescribeSubnets': subnetIs,
    },
    moved: { 'ec2:DescribeRouteTables': tableIs() },
    action: 'ec2:DisassociateRouteTable',
    request: { AssociationId: 'rtbassoc-1' },
    policy: [['ec2:DisassociateRouteTable', `route-table/${id.routeTable}`, `subnet/${id.subnet}`]],
    summary: /main table/,
  },
  {
    tool: 'vpc_create_route',
    input: { routeTableId: id.routeTable, destination: '0.0.0.0/0', target: id.natGateway },
    reads: { 'ec2:DescribeRouteTables': tableIs({ associationSet: { item: [association] } }) },
    moved: { 'ec2:DescribeRouteTables': tableIs(route('nat-89abcdef')) },
    action: 'ec2:CreateRoute',
    request: { DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: id.natGateway },
    policy: [['ec2:CreateRoute', `route-table/${id.routeTable}`]],
    summary: /to nat-01234567 from subnet-01234567/,
  },
  {
    tool: 'vpc_delete_route',
    input: { routeTableId: id.routeTable, destination: '0.0.0.0/0' },
    reads: { 'ec2:DescribeRouteTables': tableIs(route(id.natGateway)) },
    moved: { 'ec2:DescribeRouteTables': tableIs(route('nat-89abcdef')) },
    action: 'ec2:DeleteRoute',
    request: { DestinationCidrBlock: '0.0.0.0/0', RouteTableId: id.routeTable },
    policy: [['ec2:DeleteRoute', `route-table/${id.routeTable}`]],
    summary: /to nat-01234567 from no subnet yet/,
  },
  {
    tool: 'vpc_create_internet_gateway',
    input: {},
    reads: { 'ec2:DescribeInternetGateways': gatewayIs() },
    action: 'ec2:CreateInternetGateway',
    answer: { internetGateway: { internetGatewayId: id.internetGateway } },
    request: { 'TagSpecification.1.ResourceType': 'internet-gateway' },
    policy: [
      ['ec2:CreateInternetGateway', 'internet-gateway/*'],
      ['ec2:CreateTags', 'internet-gateway/*'],
    ],
    summary: /^Creates an internet gateway/,
  },
  {
    tool: 'vpc_attach_internet_gateway',
    input: { internetGatewayId: id.internetGateway, vpcId: id.vpc },
    reads: { 'ec2:DescribeInternetGateways': gatewayIs(), 'ec2:DescribeVpcs': vpcIs },
    moved: { 'ec2:DescribeInternetGateways': gatewayIs(id.otherVpc) },
    action: 'ec2:AttachInternetGateway',
    request: { InternetGatewayId: id.internetGateway, VpcId: id.vpc },
    policy: [['ec2:AttachInternetGateway', `internet-gateway/${id.internetGateway}`, `vpc/${id.vpc}`]],
    summary: /^Attaches/,
  },
  {
    tool: 'vpc_detach_internet_gateway',
    input: { internetGatewayId: id.internetGateway, vpcId: id.vpc },
    reads: { 'ec2:DescribeInternetGateways': gatewayIs(id.vpc), 'ec2:DescribeVpcs': vpcIs },
    moved: { 'ec2:DescribeInternetGateways': gatewayIs() },
    action: 'ec2:DetachInternetGateway',
    request: { InternetGatewayId: id.internetGateway, VpcId: id.vpc },
    policy: [['ec2:DetachInternetGateway', `internet-gateway/${id.internetGateway}`, `vpc/${id.vpc}`]],
    summary: /nothing there is reached from the internet/,
  },
  {
    tool: 'vpc_delete_internet_gateway',
    input: { internetGatewayId: id.internetGateway },
    reads: { 'ec2:DescribeInternetGateways': gatewayIs() },
    moved: { 'ec2:DescribeInternetGateways': gatewayIs(id.vpc) },
    action: 'ec2:DeleteInternetGateway',
    request: { InternetGatewayId: id.internetGateway },
    policy: [['ec2:DeleteInternetGateway', `internet-gateway/${id.internetGateway}`]],
    summary: /^Deletes/,
  },
  {
    tool: 'vpc_create_nat_gateway',
    input: { subnetId: id.subnet, allocationId: id.allocation },
    reads: {
      'ec2:DescribeSubnets': subnetIs,
      'ec2:DescribeAddresses': answering('addressesSet', { allocationId: id.allocation }),
      'ec2:DescribeNatGateways': answering('natGatewaySet', { natGatewayId: id.natGateway }),
    },
    moved: {
      'ec2:DescribeAddresses': answering('addressesSet', {
        allocationId: id.allocation,
        associationId: 'eipassoc-1',
      }),
    },
    action: 'ec2:CreateNatGateway',
    answer: { natGateway: { natGatewayId: id.natGateway } },
    request: { SubnetId: id.subnet, AllocationId: id.allocation, ConnectivityType: 'public' },
    policy: [
      ['ec2:CreateNatGateway', 'natgateway/*', `subnet/${id.subnet}`, `elastic-ip/${id.allocation}`],
      ['ec2:CreateTags', 'natgateway/*'],
    ],
    summary: /^Creates a public NAT gateway/,
  },
  {
    tool: 'vpc_delete_nat_gateway',
    input: { natGatewayId: id.natGateway },
    reads: {
      'ec2:DescribeNatGateways': answering('natGatewaySet', {
        natGatewayId: id.natGateway,
        state: 'available',
      }),
      'ec2:DescribeRouteTables': tableIs(),
    },
    moved: { 'ec2:DescribeRouteTables': answering('routeTableSet') },
    action: 'ec2:DeleteNatGateway',
    request: { NatGatewayId: id.natGateway },
    policy: [['ec2:DeleteNatGateway', `natgateway/${id.natGateway}`]],
    summary: /The routes of rtb-01234567 point to it/,
  },
  {
    tool: 'vpc_create_network_acl_entry',
    input: {
      networkAclId: id.networkAcl,
      direction: 'ingress',
      ruleNumber: 90,
      action: 'deny',
      protocol: 'tcp',
      from: 22,
      cidr: '203.0.113.0/24',
    },
    reads: { 'ec2:DescribeNetworkAcls': aclIs() },
    moved: { 'ec2:DescribeNetworkAcls': aclIs(entry) },
    action: 'ec2:CreateNetworkAclEntry',
    request: { RuleNumber: '90', Protocol: '6', RuleAction: 'deny', Egress: 'false', 'PortRange.From': '22' },
    policy: [['ec2:CreateNetworkAclEntry', `network-acl/${id.networkAcl}`]],
    summary: /deny tcp 22 for 203\.0\.113\.0\/24\. It guards subnet-01234567/,
  },
  {
    tool: 'vpc_delete_network_acl_entry',
    input: { networkAclId: id.networkAcl, direction: 'ingress', ruleNumber: 90 },
    reads: { 'ec2:DescribeNetworkAcls': aclIs(entry) },
    moved: { 'ec2:DescribeNetworkAcls': aclIs() },
    action: 'ec2:DeleteNetworkAclEntry',
    request: { RuleNumber: '90', Egress: 'false' },
    policy: [['ec2:DeleteNetworkAclEntry', `network-acl/${id.networkAcl}`]],
    summary: /entry 90 out of/,
  },
  {
    tool: 'vpc_create_flow_log',
    input: { resourceId: id.vpc, bucketArn: bucket },
    reads: { 'ec2:DescribeFlowLogs': answering('flowLogSet', { flowLogId: id.flowLog }) },
    action: 'ec2:CreateFlowLogs',
    answer: { flowLogIdSet: { item: [id.flowLog] } },
    request: { 'ResourceId.1': id.vpc, ResourceType: 'VPC', LogDestination: bucket, TrafficType: 'ALL' },
    policy: [
      ['ec2:CreateFlowLogs', 'vpc-flow-log/*', `vpc/${id.vpc}`],
      ['ec2:CreateTags', 'vpc-flow-log/*'],
      ['logs:CreateLogDelivery', 'logs:DeleteLogDelivery', '*'],
    ],
    summary: /^Records ALL traffic/,
  },
  {
    tool: 'vpc_delete_flow_log',
    input: { flowLogId: id.flowLog },
    reads: { 'ec2:DescribeFlowLogs': answering('flowLogSet', { flowLogId: id.flowLog, resourceId: id.vpc }) },
    moved: { 'ec2:DescribeFlowLogs': answering('flowLogSet') },
    action: 'ec2:DeleteFlowLogs',
    request: { 'FlowLogId.1': id.flowLog },
    policy: [['ec2:DeleteFlowLogs', `vpc-flow-log/${id.flowLog}`]],
    summary: /fl-01234567 of vpc-01234567/,
  },
  {
    tool: 'vpc_create_peering',
    input: { vpcId: id.vpc, peerVpcId: id.otherVpc },
    reads: {
      'ec2:DescribeVpcs': vpcIs,
      'ec2:DescribeVpcPeeringConnections': peeringIs('pending-acceptance'),
    },
    moved: { 'ec2:DescribeVpcs': gone },
    action: 'ec2:CreateVpcPeeringConnection',
    answer: { vpcPeeringConnection: { vpcPeeringConnectionId: id.peering } },
    request: { VpcId: id.vpc, PeerVpcId: id.otherVpc },
    policy: [
      ['ec2:CreateVpcPeeringConnection', 'vpc-peering-connection/*', `vpc/${id.vpc}`],
      ['ec2:CreateTags', 'vpc-peering-connection/*'],
    ],
    summary: /^Asks for a peering connection/,
  },
  {
    tool: 'vpc_accept_peering',
    input: { peeringId: id.peering },
    reads: {
      'ec2:DescribeVpcPeeringConnections': peeringIs('pending-acceptance'),
      'ec2:DescribeVpcs': vpcIs,
    },
    moved: { 'ec2:DescribeVpcPeeringConnections': peeringIs('active') },
    action: 'ec2:AcceptVpcPeeringConnection',
    request: { VpcPeeringConnectionId: id.peering },
    policy: [['ec2:AcceptVpcPeeringConnection', `vpc-peering-connection/${id.peering}`, `vpc/${id.vpc}`]],
    summary: /vpc-89abcdef of 444455556666 may be connected with vpc-01234567/,
  },
  {
    tool: 'vpc_delete_peering',
    input: { peeringId: id.peering },
    reads: { 'ec2:DescribeVpcPeeringConnections': peeringIs('active') },
    moved: { 'ec2:DescribeVpcPeeringConnections': peeringIs('deleted') },
    action: 'ec2:DeleteVpcPeeringConnection',
    request: { VpcPeeringConnectionId: id.peering },
    policy: [['ec2:DeleteVpcPeeringConnection', `vpc-peering-connection/${id.peering}`]],
    summary: /^Deletes pcx-01234567 between/,
  },
];
