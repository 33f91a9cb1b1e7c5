import * as ec2 from '@aws-sdk/client-ec2';
import { uniqueName } from '../live-aws.ts';
import { type ControlState, liveRegion, services } from './state.ts';

async function send<Output>(command: unknown): Promise<Output> {
  const { client } = await services.ec2();
  return (await client.send(command as never)) as Output;
}

/** A running instance. */
export async function startInstance(settings: Partial<ec2.RunInstancesCommandInput> = {}): Promise<string> {
  const { Images = [] } = await send<ec2.DescribeImagesCommandOutput>(
    new ec2.DescribeImagesCommand({ Owners: ['amazon'] }),
  );
  const { Instances = [] } = await send<ec2.RunInstancesCommandOutput>(
    new ec2.RunInstancesCommand({
      ImageId: Images[0]?.ImageId ?? 'ami-12345678',
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      ...settings,
    }),
  );
  return Instances[0]?.InstanceId ?? '';
}

async function makeVpc(CidrBlock: string): Promise<string> {
  const { Vpc } = await send<ec2.CreateVpcCommandOutput>(new ec2.CreateVpcCommand({ CidrBlock }));
  return Vpc?.VpcId ?? '';
}

/** A group that lets a range to a port; put right, the rule is gone. */
function groupState(id: string, rule: ec2.IpPermission): ControlState {
  return {
    id,
    async bad() {
      const { GroupId = '' } = await send<ec2.CreateSecurityGroupCommandOutput>(
        new ec2.CreateSecurityGroupCommand({
          GroupName: uniqueName('audit'),
          Description: 'audit',
          VpcId: await makeVpc('10.62.0.0/16'),
        }),
      );
      await send(new ec2.AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: [rule] }));
      return { resource: GroupId };
    },
    async good({ resource: GroupId }) {
      await send(new ec2.RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: [rule] }));
      return { resource: GroupId };
    },
  };
}

const anyIpv4 = { IpRanges: [{ CidrIp: '0.0.0.0/0' }] };
const anyIpv6 = { Ipv6Ranges: [{ CidrIpv6: '::/0' }] };

async function aclEntry(NetworkAclId: string, rule: Partial<ec2.CreateNetworkAclEntryCommandInput>) {
  await send(
    new ec2.CreateNetworkAclEntryCommand({
      NetworkAclId,
      Egress: false,
      Protocol: '6',
      CidrBlock: '0.0.0.0/0',
      RuleNumber: 100,
      RuleAction: 'allow',
      ...rule,
    }),
  );
}

async function makeRoute(RouteTableId: string, connection: string, DestinationCidrBlock: string) {
  await send(
    new ec2.CreateRouteCommand({ RouteTableId, VpcPeeringConnectionId: connection, DestinationCidrBlock }),
  );
}

export const networkingStates: readonly ControlState[] = [
  {
    id: '5.1.1',
    async bad() {
      await send(new ec2.DisableEbsEncryptionByDefaultCommand({}));
      return { resource: liveRegion };
    },
    async good() {
      await send(new ec2.EnableEbsEncryptionByDefaultCommand({}));
      return { resource: liveRegion };
    },
  },
  groupState('5.1.2', { IpProtocol: 'tcp', FromPort: 445, ToPort: 445, ...anyIpv4 }),
  {
    id: '5.2',
    async bad() {
      const { NetworkAcl } = await send<ec2.CreateNetworkAclCommandOutput>(
        new ec2.CreateNetworkAclCommand({ VpcId: await makeVpc('10.63.0.0/16') }),
      );
      const resource = NetworkAcl?.NetworkAclId ?? '';
      await aclEntry(resource, { PortRange: { From: 20, To: 30 } });
      return { resource };
    },
    async good({ resource }) {
      // The lower number is looked at first.
      await aclEntry(resource, { RuleNumber: 10, RuleAction: 'deny', PortRange: { From: 22, To: 22 } });
      return { resource };
    },
  },
  groupState('5.3', { IpProtocol: 'tcp', FromPort: 20, ToPort: 30, ...anyIpv4 }),
  groupState('5.4', { IpProtocol: 'tcp', FromPort: 3389, ToPort: 3389, ...anyIpv6 }),
  {
    id: '5.5',
    async bad() {
      const vpc = await makeVpc('10.64.0.0/16');
      const Filters = [
        { Name: 'vpc-id', Values: [vpc] },
        { Name: 'group-name', Values: ['default'] },
      ];
      const { SecurityGroups = [] } = await send<ec2.DescribeSecurityGroupsCommandOutput>(
        new ec2.DescribeSecurityGroupsCommand({ Filters }),
      );
      return { resource: SecurityGroups[0]?.GroupId ?? '' };
    },
    async good({ resource: GroupId }) {
      const { SecurityGroups = [] } = await send<ec2.DescribeSecurityGroupsCommandOutput>(
        new ec2.DescribeSecurityGroupsCommand({ GroupIds: [GroupId] }),
      );
      const { IpPermissions = [], IpPermissionsEgress = [] } = SecurityGroups[0] ?? {};
      if (IpPermissions.length > 0)
        await send(new ec2.RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
      if (IpPermissionsEgress.length > 0)
        await send(new ec2.RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: IpPermissionsEgress }));
      return { resource: GroupId };
    },
  },
  {
    id: '5.6',
    async bad() {
      const VpcId = await makeVpc('10.65.0.0/16');
      const { VpcPeeringConnection } = await send<ec2.CreateVpcPeeringConnectionCommandOutput>(
        new ec2.CreateVpcPeeringConnectionCommand({ VpcId, PeerVpcId: await makeVpc('10.66.0.0/16') }),
      );
      const connection = VpcPeeringConnection?.VpcPeeringConnectionId ?? '';
      await send(new ec2.AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId: connection }));
      const { RouteTable } = await send<ec2.CreateRouteTableCommandOutput>(
        new ec2.CreateRouteTableCommand({ VpcId }),
      );
      const resource = RouteTable?.RouteTableId ?? '';
      await makeRoute(resource, connection, '10.66.0.0/16');
      await makeRoute(resource, connection, '10.66.7.0/24');
      return { resource };
    },
    async good({ resource: RouteTableId }) {
      await send(new ec2.DeleteRouteCommand({ RouteTableId, DestinationCidrBlock: '10.66.0.0/16' }));
      return { resource: RouteTableId };
    },
  },
  {
    id: '5.7',
    bad: async () => ({ resource: await startInstance({ MetadataOptions: { HttpTokens: 'optional' } }) }),
    async good({ resource: InstanceId }) {
      await send(new ec2.ModifyInstanceMetadataOptionsCommand({ InstanceId, HttpTokens: 'required' }));
      return { resource: InstanceId };
    },
  },
];
