import type * as Ec2 from '../../../clients/aws/sdk/ec2.ts';
import type { PortRule, RegionReads } from '../../../controls/snapshot.ts';
import type { Source } from '../source.ts';
import type { Reader } from './reader.ts';

/** Every page of a listing in EC2. */
async function list<Page, Entry>(
  source: Source,
  pages: (sdk: typeof Ec2, client: Ec2.EC2Client) => AsyncIterable<Page>,
  entriesOf: (page: Page) => readonly Entry[] | undefined,
): Promise<readonly Entry[]> {
  return await source.ask('ec2', async () => {
    const { sdk, client } = await source.services.ec2();
    const found: Entry[] = [];
    for await (const page of pages(sdk, client)) found.push(...(entriesOf(page) ?? []));
    return found;
  });
}

const instances: Reader<RegionReads['instances']> = {
  permissions: ['ec2:DescribeInstances'],
  async read(source) {
    const found = await list(
      source,
      (sdk, client) => sdk.paginateDescribeInstances({ client, pageSize: 1_000 }, {}),
      page => page.Reservations?.flatMap(({ Instances = [] }) => Instances),
    );
    return found.map(({ InstanceId = '', State, IamInstanceProfile, MetadataOptions }) => ({
      id: InstanceId,
      state: State?.Name ?? '',
      hasProfile: IamInstanceProfile !== undefined,
      httpTokens: MetadataOptions?.HttpTokens ?? 'optional',
      hasMetadataEndpoint: MetadataOptions?.HttpEndpoint !== 'disabled',
    }));
  },
};

const securityGroups: Reader<RegionReads['security-groups']> = {
  permissions: ['ec2:DescribeSecurityGroups'],
  async read(source) {
    const found = await list(
      source,
      (sdk, client) => sdk.paginateDescribeSecurityGroups({ client, pageSize: 1_000 }, {}),
      page => page.SecurityGroups,
    );
    return found.map(({ GroupId = '', GroupName = '', IpPermissions = [], IpPermissionsEgress = [] }) => ({
      id: GroupId,
      name: GroupName,
      ingress: IpPermissions.map(portRule),
      ingressRules: IpPermissions.length,
      egressRules: IpPermissionsEgress.length,
    }));
  },
};

function portRule({
  IpProtocol = '-1',
  FromPort,
  ToPort,
  IpRanges = [],
  Ipv6Ranges = [],
}: Ec2.IpPermission): PortRule {
  return {
    protocol: IpProtocol,
    from: FromPort === undefined || FromPort === -1 ? null : FromPort,
    to: ToPort === undefined || ToPort === -1 ? null : ToPort,
    ranges: [
      ...IpRanges.map(({ CidrIp = '' }) => CidrIp),
      ...Ipv6Ranges.map(({ CidrIpv6 = '' }) => CidrIpv6),
    ],
  };
}

const networkAcls: Reader<RegionReads['network-acls']> = {
  permissions: ['ec2:DescribeNetworkAcls'],
  async read(source) {
    const found = await list(
      source,
      (sdk, client) => sdk.paginateDescribeNetworkAcls({ client, pageSize: 1_000 }, {}),
      page => page.NetworkAcls,
    );
    return found.map(({ NetworkAclId = '', Entries = [] }) => ({
      id: NetworkAclId,
      ingress: Entries.filter(({ Egress }) => Egress !== true).map(
        ({ RuleNumber = 0, RuleAction, Protocol = '-1', PortRange, CidrBlock, Ipv6CidrBlock }) => ({
          number: RuleNumber,
          isAllowed: RuleAction === 'allow',
          protocol: Protocol,
          from: PortRange?.From ?? null,
          to: PortRange?.To ?? null,
          range: CidrBlock ?? Ipv6CidrBlock ?? '',
        }),
      ),
    }));
  },
};

const routeTables: Reader<RegionReads['route-tables']> = {
  permissions: ['ec2:DescribeRouteTables'],
  async read(source) {
    const found = await list(
      source,
      (sdk, client) => sdk.paginateDescribeRouteTables({ client, pageSize: 100 }, {}),
      page => page.RouteTables,
    );
    return found.map(({ RouteTableId = '', Routes = [] }) => ({
      id: RouteTableId,
      peerRoutes: Routes.flatMap(({ VpcPeeringConnectionId: connection, ...route }) =>
        connection === undefined
          ? []
          : { connection, destination: route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? '' },
      ),
    }));
  },
};

const peeringConnections: Reader<RegionReads['peering-connections']> = {
  permissions: ['ec2:DescribeVpcPeeringConnections'],
  async read(source) {
    const found = await list(
      source,
      (sdk, client) => sdk.paginateDescribeVpcPeeringConnections({ client, pageSize: 1_000 }, {}),
      page => page.VpcPeeringConnections,
    );
    return found.map(({ VpcPeeringConnectionId = '', AccepterVpcInfo, RequesterVpcInfo }) => ({
      id: VpcPeeringConnectionId,
      ranges: [...rangesOf(AccepterVpcInfo), ...rangesOf(RequesterVpcInfo)],
    }));
  },
};

function rangesOf(side: Ec2.VpcPeeringConnectionVpcInfo | undefined): readonly string[] {
  const sets = [
    ...(side?.CidrBlockSet ?? []).map(({ CidrBlock }) => CidrBlock),
    ...(side?.Ipv6CidrBlockSet ?? []).map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
    side?.CidrBlock,
  ];
  return sets.flatMap(range => range ?? []);
}

const vpcs: Reader<RegionReads['vpcs']> = {
  permissions: ['ec2:DescribeVpcs'],
  async read(source) {
    const found = await list(
      source,
      (sdk, client) => sdk.paginateDescribeVpcs({ client, pageSize: 1_000 }, {}),
      page => page.Vpcs,
    );
    return found.map(({ VpcId = '' }) => VpcId);
  },
};

const flowLogs: Reader<RegionReads['flow-logs']> = {
  permissions: ['ec2:DescribeFlowLogs'],
  async read(source) {
    const found = await list(
      source,
      (sdk, client) => sdk.paginateDescribeFlowLogs({ client, pageSize: 1_000 }, {}),
      page => page.FlowLogs,
    );
    return found.map(({ ResourceId = '', FlowLogStatus }) => ({
      resource: ResourceId,
      isActive: FlowLogStatus === 'ACTIVE',
    }));
  },
};

const ebsEncryption: Reader<RegionReads['ebs-encryption']> = {
  permissions: ['ec2:GetEbsEncryptionByDefault'],
  read: source =>
    source.ask('ec2', async () => {
      const { sdk, client } = await source.services.ec2();
      const answer = await client.send(new sdk.GetEbsEncryptionByDefaultCommand({}));
      return answer.EbsEncryptionByDefault === true;
    }),
};

/** What is read of EC2. */
export const ec2Readers = {
  instances,
  'security-groups': securityGroups,
  'network-acls': networkAcls,
  'route-tables': routeTables,
  'peering-connections': peeringConnections,
  vpcs,
  'flow-logs': flowLogs,
  'ebs-encryption': ebsEncryption,
};
