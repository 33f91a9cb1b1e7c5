import { describe, expect, it } from 'vitest';
import { AwsRefusal } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';
import { ec2Account } from './ec2-account.ts';

const tag = { key: 'team', value: 'web' };

/** Tool, action, what AWS wraps its entries in, an entry, where the value has them, parameters and their filters. */
type Listing = {
  readonly tool: string;
  readonly action: string;
  readonly set: (items: readonly object[]) => object;
  readonly item: object;
  readonly plural: string;
  readonly input?: object;
  readonly filters?: Readonly<Record<string, string>>;
  readonly shown: object;
};

const under =
  (set: string) =>
  (items: readonly object[]): object => ({ [set]: { item: items } });

const listings: readonly Listing[] = [
  {
    tool: 'ec2_list_instances',
    action: 'DescribeInstances',
    set: items => ({ reservationSet: { item: [{ instancesSet: { item: items } }] } }),
    item: { instanceId: 'i-0123456789abcdef0', instanceState: { name: 'running' }, ipAddress: '203.0.113.7' },
    plural: 'instances',
    input: { state: 'running', vpcId: 'vpc-0123456789abcdef0' },
    filters: { 'instance-state-name': 'running', 'vpc-id': 'vpc-0123456789abcdef0' },
    shown: { id: 'i-0123456789abcdef0', state: 'running', publicIp: '203.0.113.7' },
  },
  {
    tool: 'ec2_list_security_groups',
    action: 'DescribeSecurityGroups',
    set: under('securityGroupInfo'),
    item: {
      groupId: 'sg-01234567',
      ipPermissions: {
        item: [
          {
            ipProtocol: 'tcp',
            fromPort: 443,
            toPort: 443,
            ipRanges: { item: [{ cidrIp: '10.0.0.0/8' }] },
            ipv6Ranges: { item: [{ cidrIpv6: '::/0' }] },
          },
        ],
      },
      ipPermissionsEgress: { item: [{ ipProtocol: '-1', groups: { item: [{ groupId: 'sg-89abcdef' }] } }] },
    },
    plural: 'securityGroups',
    input: { groupName: 'web' },
    filters: { 'group-name': 'web' },
    shown: {
      id: 'sg-01234567',
      ingress: [
        { protocol: 'tcp', from: 443, to: 443, peer: '10.0.0.0/8' },
        { protocol: 'tcp', from: 443, to: 443, peer: '::/0' },
      ],
      egress: [{ protocol: 'all', peer: 'sg-89abcdef' }],
    },
  },
  {
    tool: 'ec2_list_key_pairs',
    action: 'DescribeKeyPairs',
    set: under('keySet'),
    item: { keyName: 'deploy', keyType: 'ed25519' },
    plural: 'keyPairs',
    shown: { name: 'deploy', type: 'ed25519' },
  },
  {
    tool: 'ec2_list_images',
    action: 'DescribeImages',
    set: under('imagesSet'),
    item: { imageId: 'ami-01234567', name: 'web-1', imageState: 'available' },
    plural: 'images',
    input: { imageName: 'web-*' },
    filters: { name: 'web-*' },
    shown: { id: 'ami-01234567', name: 'web-1', state: 'available' },
  },
  {
    tool: 'ec2_list_snapshots',
    action: 'DescribeSnapshots',
    set: under('snapshotSet'),
    item: { snapshotId: 'snap-01234567', status: 'completed', volumeSize: 8 },
    plural: 'snapshots',
    input: { volumeId: 'vol-01234567' },
    filters: { 'volume-id': 'vol-01234567' },
    shown: { id: 'snap-01234567', state: 'completed', sizeGib: 8 },
  },
  {
    tool: 'ec2_list_volumes',
    action: 'DescribeVolumes',
    set: under('volumeSet'),
    item: { volumeId: 'vol-01234567', status: 'available', size: 8, encrypted: true },
    plural: 'volumes',
    input: { state: 'available' },
    filters: { status: 'available' },
    shown: { id: 'vol-01234567', state: 'available', sizeGib: 8, encrypted: true, attachedTo: [] },
  },
  {
    tool: 'ec2_list_addresses',
    action: 'DescribeAddresses',
    set: under('addressesSet'),
    item: { allocationId: 'eipalloc-01234567', publicIp: '203.0.113.7' },
    plural: 'addresses',
    shown: { id: 'eipalloc-01234567', publicIp: '203.0.113.7', associated: false },
  },
  {
    tool: 'vpc_list_vpcs',
    action: 'DescribeVpcs',
    set: under('vpcSet'),
    item: {
      vpcId: 'vpc-01234567',
      isDefault: true,
      cidrBlockAssociationSet: { item: [{ cidrBlock: '10.0.0.0/16' }] },
    },
    plural: 'vpcs',
    shown: { id: 'vpc-01234567', cidrs: ['10.0.0.0/16'], default: true },
  },
  {
    tool: 'vpc_list_subnets',
    action: 'DescribeSubnets',
    set: under('subnetSet'),
    item: { subnetId: 'subnet-01234567', cidrBlock: '10.0.1.0/24', mapPublicIpOnLaunch: false },
    plural: 'subnets',
    input: { vpcId: 'vpc-01234567' },
    filters: { 'vpc-id': 'vpc-01234567' },
    shown: { id: 'subnet-01234567', cidr: '10.0.1.0/24', givesPublicAddresses: false },
  },
  {
    tool: 'vpc_list_route_tables',
    action: 'DescribeRouteTables',
    set: under('routeTableSet'),
    item: {
      routeTableId: 'rtb-01234567',
      associationSet: { item: [{ main: true }] },
      routeSet: {
        item: [{ destinationCidrBlock: '0.0.0.0/0', gatewayId: 'igw-01234567', state: 'blackhole' }],
      },
    },
    plural: 'routeTables',
    input: { subnetId: 'subnet-01234567' },
    filters: { 'association.subnet-id': 'subnet-01234567' },
    shown: {
      id: 'rtb-01234567',
      main: true,
      routes: [{ destination: '0.0.0.0/0', target: 'igw-01234567', state: 'blackhole' }],
    },
  },
  {
    tool: 'vpc_list_internet_gateways',
    action: 'DescribeInternetGateways',
    set: under('internetGatewaySet'),
    item: { internetGatewayId: 'igw-01234567', attachmentSet: { item: [{ vpcId: 'vpc-01234567' }] } },
    plural: 'internetGateways',
    input: { vpcId: 'vpc-01234567' },
    filters: { 'attachment.vpc-id': 'vpc-01234567' },
    shown: { id: 'igw-01234567', attachedTo: ['vpc-01234567'] },
  },
  {
    tool: 'vpc_list_nat_gateways',
    action: 'DescribeNatGateways',
    set: under('natGatewaySet'),
    item: { natGatewayId: 'nat-01234567', state: 'available' },
    plural: 'natGateways',
    input: { vpcId: 'vpc-01234567' },
    filters: { 'vpc-id': 'vpc-01234567' },
    shown: { id: 'nat-01234567', state: 'available' },
  },
  {
    tool: 'vpc_list_network_acls',
    action: 'DescribeNetworkAcls',
    set: under('networkAclSet'),
    item: {
      networkAclId: 'acl-01234567',
      entrySet: {
        item: [
          { ruleNumber: 32_767, protocol: '-1', ruleAction: 'deny', egress: false, cidrBlock: '0.0.0.0/0' },
          {
            ruleNumber: 100,
            protocol: '6',
            ruleAction: 'allow',
            egress: false,
            cidrBlock: '10.0.0.0/8',
            portRange: { from: 443, to: 443 },
          },
          { ruleNumber: 100, protocol: '-1', ruleAction: 'allow', egress: true, cidrBlock: '0.0.0.0/0' },
        ],
      },
    },
    plural: 'networkAcls',
    input: { vpcId: 'vpc-01234567' },
    filters: { 'vpc-id': 'vpc-01234567' },
    shown: {
      id: 'acl-01234567',
      ingress: [
        { number: 100, action: 'allow', protocol: 'tcp', cidr: '10.0.0.0/8', from: 443, to: 443 },
        { number: 32_767, action: 'deny', protocol: 'all', cidr: '0.0.0.0/0' },
      ],
      egress: [{ number: 100, action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' }],
    },
  },
  {
    tool: 'vpc_list_flow_logs',
    action: 'DescribeFlowLogs',
    set: under('flowLogSet'),
    item: {
      flowLogId: 'fl-01234567',
      resourceId: 'vpc-01234567',
      flowLogStatus: 'ACTIVE',
      trafficType: 'ALL',
    },
    plural: 'flowLogs',
    input: { resourceId: 'vpc-01234567' },
    filters: { 'resource-id': 'vpc-01234567' },
    shown: { id: 'fl-01234567', resource: 'vpc-01234567', status: 'ACTIVE', traffic: 'ALL' },
  },
  {
    tool: 'vpc_list_peerings',
    action: 'DescribeVpcPeeringConnections',
    set: under('vpcPeeringConnectionSet'),
    item: {
      vpcPeeringConnectionId: 'pcx-01234567',
      status: { code: 'pending-acceptance' },
      requesterVpcInfo: { vpcId: 'vpc-01234567', cidrBlockSet: { item: [{ cidrBlock: '10.0.0.0/16' }] } },
    },
    plural: 'peerings',
    shown: {
      id: 'pcx-01234567',
      status: 'pending-acceptance',
      requester: { vpc: 'vpc-01234567', cidrs: ['10.0.0.0/16'] },
    },
  },
];

describe.each(listings.map(listing => [listing.tool, listing] as const))('%s', (tool, listing) => {
  const action = `ec2:${listing.action}`;

  it('asks the named region for what passes the filters', async () => {
    const aws = ec2Account({ [action]: () => listing.set([listing.item]) });
    const result = await callAwsTool(aws, tool, { ...listing.input, region: 'eu-west-1', tag });
    expect(result).toMatchObject({
      kind: 'ok',
      value: { region: 'eu-west-1', [listing.plural]: [listing.shown] },
    });
    expect(aws.calls.map(call => [call.action, call.region])).toEqual([[action, 'eu-west-1']]);
    const input: Readonly<Record<string, string>> = aws.calls[0]?.input ?? {};
    const filters = [1, 2, 3, 4].flatMap(number => {
      const name = input[`Filter.${number}.Name`];
      return name === undefined ? [] : [[name, input[`Filter.${number}.Value.1`]]];
    });
    expect(Object.fromEntries(filters)).toEqual({ ...listing.filters, 'tag:team': 'web' });
  });

  it('gives as many as it may, asks for no more pages, and says that there are more', async () => {
    const page = { ...listing.set([listing.item, listing.item, listing.item]), nextToken: 'more' };
    const aws = ec2Account({ [action]: () => page });
    const result = await callAwsTool(aws, tool, { limit: 2 });
    expect(result).toMatchObject({ kind: 'ok', cut: 'only the first 2 are given; there are more' });
    expect(result.kind === 'ok' && Reflect.get(Object(result.value), listing.plural)).toHaveLength(2);
    expect(aws.calls).toHaveLength(1);
  });

  it('says what is denied, and where', async () => {
    const aws = ec2Account({
      [action]: () => {
        throw new AwsRefusal('UnauthorizedOperation', 'You are not authorized', 403);
      },
    });
    expect(await callAwsTool(aws, tool, {})).toMatchObject({
      kind: 'refused',
      code: 'aws-denied',
      message: expect.stringContaining(`\`${action}\` in eu-central-1`),
    });
  });
});

describe('a listing', () => {
  it('reads page after page', async () => {
    const aws = ec2Account({
      'ec2:DescribeVpcs': ({ input }) =>
        input.NextToken === undefined
          ? { vpcSet: { item: [{ vpcId: 'vpc-00000001' }] }, nextToken: 'two' }
          : { vpcSet: { item: [{ vpcId: 'vpc-00000002' }] } },
    });
    const result = await callAwsTool(aws, 'vpc_list_vpcs', {});
    expect(result).toMatchObject({ value: { vpcs: [{ id: 'vpc-00000001' }, { id: 'vpc-00000002' }] } });
    expect(result).not.toHaveProperty('cut');
  });

  it('survives throttling, and is told of as one that can be tried again where it stays', async () => {
    const aws = ec2Account({ 'ec2:DescribeVpcs': () => ({ vpcSet: { item: [] } }) });
    aws.faults.push({
      action: 'ec2:DescribeVpcs',
      times: 1,
      kind: 'refuse',
      code: 'RequestLimitExceeded',
      status: 503,
    });
    expect(await callAwsTool(aws, 'vpc_list_vpcs', {})).toMatchObject({ kind: 'ok' });
    aws.faults.push({
      action: 'ec2:DescribeVpcs',
      times: 9,
      kind: 'refuse',
      code: 'RequestLimitExceeded',
      status: 503,
    });
    expect(await callAwsTool(aws, 'vpc_list_vpcs', {})).toMatchObject({
      kind: 'failed',
      code: 'aws-throttled',
      retryable: true,
      inDoubt: false,
    });
  });

  it('asks for the account’s own images and snapshots, not for all public ones', async () => {
    const aws = ec2Account({
      'ec2:DescribeImages': () => ({ imagesSet: {} }),
      'ec2:DescribeSnapshots': () => ({ snapshotSet: {} }),
    });
    await callAwsTool(aws, 'ec2_list_images', {});
    await callAwsTool(aws, 'ec2_list_snapshots', {});
    expect(aws.calls.map(({ input }) => input['Owner.1'])).toEqual(['self', 'self']);
  });
});
