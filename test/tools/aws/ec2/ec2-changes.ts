import { answering, groupIs, id, instanceIs } from './answers.ts';
import { type Change, refusing } from './describe-changes.ts';

const DescribeInstances = 'ec2:DescribeInstances';
const DescribeSecurityGroups = 'ec2:DescribeSecurityGroups';
const attribute = (value: boolean) => () => ({ disableApiTermination: { value } });
const https = {
  ipProtocol: 'tcp',
  fromPort: 443,
  toPort: 443,
  ipRanges: { item: [{ cidrIp: '10.0.0.0/8' }] },
};
const rules = [{ protocol: 'tcp', from: 443, cidr: '10.0.0.0/8' }];

/** Every change of EC2 by one action: what is there before, what is asked for and allowed. */
export const ec2Changes: readonly Change[] = [
  {
    tool: 'ec2_start_instances',
    input: { instanceIds: [id.instance] },
    reads: { [DescribeInstances]: instanceIs('stopped') },
    moved: { [DescribeInstances]: instanceIs('running') },
    action: 'ec2:StartInstances',
    request: { 'InstanceId.1': id.instance },
    policy: [['ec2:StartInstances', `instance/${id.instance}`]],
    summary: /^Starts i-0123456789abcdef0 in eu-west-1/,
  },
  {
    tool: 'ec2_stop_instances',
    input: { instanceIds: [id.instance] },
    reads: {
      [DescribeInstances]: instanceIs('running', {
        ipAddress: '203.0.113.7',
        networkInterfaceSet: { item: [{ association: { publicIp: '203.0.113.7', ipOwnerId: 'amazon' } }] },
      }),
    },
    moved: { [DescribeInstances]: instanceIs('terminated') },
    action: 'ec2:StopInstances',
    request: { 'InstanceId.1': id.instance },
    policy: [['ec2:StopInstances', `instance/${id.instance}`]],
    summary: /The public addresses 203\.0\.113\.7 are lost/,
  },
  {
    tool: 'ec2_reboot_instances',
    input: { instanceIds: [id.instance] },
    reads: { [DescribeInstances]: instanceIs('running') },
    moved: { [DescribeInstances]: instanceIs('running', { instanceType: 't3.large' }) },
    action: 'ec2:RebootInstances',
    request: { 'InstanceId.1': id.instance },
    policy: [['ec2:RebootInstances', `instance/${id.instance}`]],
    summary: /^Reboots/,
  },
  {
    tool: 'ec2_terminate_instances',
    input: { instanceIds: [id.instance] },
    reads: {
      [DescribeInstances]: instanceIs('running', {
        blockDeviceMapping: { item: [{ ebs: { volumeId: id.volume, deleteOnTermination: true } }] },
      }),
      'ec2:DescribeInstanceAttribute': attribute(false),
    },
    // Somebody protects it after the approval.
    moved: { 'ec2:DescribeInstanceAttribute': attribute(true) },
    action: 'ec2:TerminateInstances',
    request: { 'InstanceId.1': id.instance },
    policy: [['ec2:TerminateInstances', `instance/${id.instance}`]],
    summary: /cannot be undone\. The volumes vol-01234567 are deleted/,
  },
  {
    tool: 'ec2_set_termination_protection',
    input: { instanceId: id.instance, protect: false },
    reads: {
      [DescribeInstances]: instanceIs('running'),
      'ec2:DescribeInstanceAttribute': attribute(true),
    },
    moved: { 'ec2:DescribeInstanceAttribute': attribute(false) },
    action: 'ec2:ModifyInstanceAttribute',
    request: { InstanceId: id.instance, 'DisableApiTermination.Value': 'false' },
    policy: [['ec2:ModifyInstanceAttribute', `instance/${id.instance}`]],
    summary: /^Lifts the termination protection/,
  },
  {
    tool: 'ec2_resize_instance',
    input: { instanceId: id.instance, instanceType: 't3.large' },
    reads: {
      [DescribeInstances]: instanceIs('stopped', { instanceType: 't3.small', architecture: 'x86_64' }),
      'ec2:DescribeInstanceTypes': answering('instanceTypeSet', {
        instanceType: 't3.large',
        processorInfo: { supportedArchitectures: { item: ['x86_64'] } },
      }),
    },
    moved: { [DescribeInstances]: instanceIs('running', { instanceType: 't3.small' }) },
    action: 'ec2:ModifyInstanceAttribute',
    request: { InstanceId: id.instance, 'InstanceType.Value': 't3.large' },
    policy: [['ec2:ModifyInstanceAttribute', `instance/${id.instance}`]],
    summary: /a t3\.large; it is a t3\.small now/,
  },
  {
    tool: 'ec2_tag_resources',
    input: { ids: [id.instance, id.vpc], tags: [{ key: 'team', value: 'web' }] },
    reads: { 'ec2:DescribeTags': answering('tagSet', { resourceId: id.vpc, key: 'a', value: 'b' }) },
    moved: { 'ec2:DescribeTags': answering('tagSet', { resourceId: id.vpc, key: 'a', value: 'c' }) },
    action: 'ec2:CreateTags',
    request: { 'ResourceId.1': id.instance, 'Tag.1.Key': 'team', 'Tag.1.Value': 'web' },
    policy: [['ec2:CreateTags', `instance/${id.instance}`, `vpc/${id.vpc}`]],
    summary: /tags team=web/,
  },
  {
    tool: 'ec2_untag_resources',
    input: { ids: [id.instance], keys: ['team'] },
    reads: {
      'ec2:DescribeTags': answering('tagSet', { resourceId: id.instance, key: 'team', value: 'web' }),
    },
    moved: { 'ec2:DescribeTags': answering('tagSet', { resourceId: id.instance, key: 'team', value: 'x' }) },
    action: 'ec2:DeleteTags',
    request: { 'ResourceId.1': id.instance, 'Tag.1.Key': 'team' },
    policy: [['ec2:DeleteTags', `instance/${id.instance}`]],
    summary: /^Takes the tags team from/,
  },
  {
    tool: 'ec2_authorize_ingress',
    input: { securityGroupId: id.group, rules },
    reads: { [DescribeSecurityGroups]: groupIs() },
    moved: { [DescribeSecurityGroups]: groupIs({ ipPermissions: { item: [https] } }) },
    action: 'ec2:AuthorizeSecurityGroupIngress',
    request: {
      GroupId: id.group,
      'IpPermissions.1.IpProtocol': 'tcp',
      'IpPermissions.1.FromPort': '443',
      'IpPermissions.1.ToPort': '443',
      'IpPermissions.1.IpRanges.1.CidrIp': '10.0.0.0/8',
    },
    policy: [['ec2:AuthorizeSecurityGroupIngress', `security-group/${id.group}`]],
    summary: /^Lets through tcp 443 from 10\.0\.0\.0\/8/,
  },
  {
    tool: 'ec2_authorize_egress',
    input: { securityGroupId: id.group, rules: [{ protocol: 'all', cidr: '::/0' }] },
    reads: { [DescribeSecurityGroups]: groupIs() },
    action: 'ec2:AuthorizeSecurityGroupEgress',
    request: {
      'IpPermissions.1.IpProtocol': '-1',
      'IpPermissions.1.Ipv6Ranges.1.CidrIpv6': '::/0',
    },
    policy: [['ec2:AuthorizeSecurityGroupEgress', `security-group/${id.group}`]],
    summary: /everything to ::\/0/,
  },
  {
    tool: 'ec2_revoke_ingress',
    input: { securityGroupId: id.group, rules },
    reads: { [DescribeSecurityGroups]: groupIs({ ipPermissions: { item: [https] } }) },
    moved: { [DescribeSecurityGroups]: groupIs() },
    action: 'ec2:RevokeSecurityGroupIngress',
    request: { GroupId: id.group, 'IpPermissions.1.IpRanges.1.CidrIp': '10.0.0.0/8' },
    policy: [['ec2:RevokeSecurityGroupIngress', `security-group/${id.group}`]],
    summary: /^No longer lets through tcp 443/,
  },
  {
    tool: 'ec2_revoke_egress',
    input: { securityGroupId: id.group, rules: [{ protocol: 'all', groupId: 'sg-89abcdef' }] },
    reads: {
      [DescribeSecurityGroups]: groupIs({
        ipPermissionsEgress: {
          item: [{ ipProtocol: '-1', groups: { item: [{ groupId: 'sg-89abcdef' }] } }],
        },
      }),
    },
    action: 'ec2:RevokeSecurityGroupEgress',
    request: { 'IpPermissions.1.Groups.1.GroupId': 'sg-89abcdef' },
    policy: [['ec2:RevokeSecurityGroupEgress', `security-group/${id.group}`]],
    summary: /everything to sg-89abcdef/,
  },
  {
    tool: 'ec2_delete_security_group',
    input: { securityGroupId: id.group },
    reads: {
      // Asked by id for the group itself, by filter for groups whose rules name it.
      [DescribeSecurityGroups]: call =>
        call.input['GroupId.1'] === undefined ? { securityGroupInfo: {} } : groupIs()(call),
      'ec2:DescribeNetworkInterfaces': answering('networkInterfaceSet'),
    },
    moved: {
      'ec2:DescribeNetworkInterfaces': answering('networkInterfaceSet', {
        networkInterfaceId: id.networkInterface,
      }),
    },
    action: 'ec2:DeleteSecurityGroup',
    request: { GroupId: id.group },
    policy: [['ec2:DeleteSecurityGroup', `security-group/${id.group}`]],
    summary: /^Deletes the security group sg-01234567 \(web\)/,
  },
  {
    tool: 'ec2_create_security_group',
    input: { vpcId: id.vpc, groupName: 'web', description: 'Web' },
    reads: {
      'ec2:DescribeVpcs': answering('vpcSet', { vpcId: id.vpc }),
      [DescribeSecurityGroups]: groupIs(),
    },
    moved: { 'ec2:DescribeVpcs': refusing('InvalidVpcID.NotFound') },
    action: 'ec2:CreateSecurityGroup',
    answer: { groupId: id.group },
    request: { VpcId: id.vpc, GroupName: 'web', 'TagSpecification.1.ResourceType': 'security-group' },
    policy: [
      ['ec2:CreateSecurityGroup', 'security-group/*', `vpc/${id.vpc}`],
      ['ec2:CreateTags', 'security-group/*'],
    ],
    summary: /^Creates the security group web/,
  },
  {
    tool: 'ec2_import_key_pair',
    input: { keyPair: 'deploy', publicKey: 'ssh-ed25519 AAAA' },
    reads: { 'ec2:DescribeKeyPairs': answering('keySet') },
    moved: { 'ec2:DescribeKeyPairs': answering('keySet', { keyName: 'deploy' }) },
    action: 'ec2:ImportKeyPair',
    request: { KeyName: 'deploy', PublicKeyMaterial: 'c3NoLWVkMjU1MTkgQUFBQQ==' },
    policy: [
      ['ec2:ImportKeyPair', 'key-pair/*'],
      ['ec2:CreateTags', 'key-pair/*'],
    ],
    summary: /^Imports the public key/,
  },
  {
    tool: 'ec2_delete_key_pair',
    input: { keyPair: 'deploy' },
    reads: {
      'ec2:DescribeKeyPairs': answering('keySet', { keyName: 'deploy' }),
      [DescribeInstances]: instanceIs('running'),
    },
    moved: { [DescribeInstances]: instanceIs('terminated') },
    action: 'ec2:DeleteKeyPair',
    request: { KeyName: 'deploy' },
    policy: [['ec2:DeleteKeyPair', 'key-pair/deploy']],
    summary: /i-0123456789abcdef0 was made with it/,
  },
  {
    tool: 'ec2_create_image',
    input: { instanceId: id.instance, imageName: 'web-1' },
    reads: {
      [DescribeInstances]: instanceIs('running'),
      'ec2:DescribeImages': answering('imagesSet', { imageId: id.image }),
    },
    moved: { [DescribeInstances]: instanceIs('stopped') },
    action: 'ec2:CreateImage',
    answer: { imageId: id.image },
    request: { InstanceId: id.instance, Name: 'web-1', NoReboot: 'true' },
    policy: [
      ['ec2:CreateImage', 'image/*', `instance/${id.instance}`, 'snapshot/*'],
      ['ec2:CreateTags', 'image/*'],
    ],
    summary: /without a reboot/,
  },
  {
    tool: 'ec2_create_snapshot',
    input: { volumeId: id.volume },
    reads: {
      'ec2:DescribeVolumes': answering('volumeSet', { volumeId: id.volume, size: 8 }),
      'ec2:DescribeSnapshots': answering('snapshotSet', { snapshotId: 'snap-01234567' }),
    },
    moved: { 'ec2:DescribeVolumes': answering('volumeSet', { volumeId: id.volume, size: 16 }) },
    action: 'ec2:CreateSnapshot',
    answer: { snapshotId: 'snap-01234567' },
    request: { VolumeId: id.volume },
    policy: [
      ['ec2:CreateSnapshot', 'snapshot/*', `volume/${id.volume}`],
      ['ec2:CreateTags', 'snapshot/*'],
    ],
    summary: /vol-01234567 \(8 GiB\)/,
  },
];
