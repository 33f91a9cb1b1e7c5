import { describe, expect, it } from 'vitest';
import { AwsRefusal } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';
import { ec2Account } from './ec2-account.ts';

const instance = 'i-0123456789abcdef0';
const running = { instanceId: instance, instanceState: { name: 'running' } };

function reserved(...items: readonly object[]): object {
  return { reservationSet: { item: [{ instancesSet: { item: items } }] } };
}

describe.each([
  ['ec2_describe_image', 'imageId', 'ami-01234567', 'DescribeImages', 'imagesSet', 'imageId'],
  ['ec2_describe_snapshot', 'snapshotId', 'snap-01234567', 'DescribeSnapshots', 'snapshotSet', 'snapshotId'],
  [
    'vpc_describe_network_acl',
    'networkAclId',
    'acl-01234567',
    'DescribeNetworkAcls',
    'networkAclSet',
    'networkAclId',
  ],
  [
    'vpc_describe_peering',
    'peeringId',
    'pcx-01234567',
    'DescribeVpcPeeringConnections',
    'vpcPeeringConnectionSet',
    'vpcPeeringConnectionId',
  ],
])('%s', (tool, parameter, id, command, set, idName) => {
  const action = `ec2:${command}`;

  it('tells of the one', async () => {
    const aws = ec2Account({ [action]: () => ({ [set]: { item: [{ [idName]: id }] } }) });
    const result = await callAwsTool(aws, tool, { [parameter]: id, region: 'eu-west-1' });
    expect(result).toMatchObject({ kind: 'ok', value: { region: 'eu-west-1', id } });
    expect(aws.calls[0]?.region).toBe('eu-west-1');
  });

  it('says that it is not there, whether AWS answers with an error or with nothing', async () => {
    const unknown = ec2Account({
      [action]: () => {
        throw new AwsRefusal('InvalidThingID.NotFound');
      },
    });
    const nothing = ec2Account({ [action]: () => ({ [set]: {} }) });
    for (const aws of [unknown, nothing]) {
      expect(await callAwsTool(aws, tool, { [parameter]: id })).toMatchObject({
        kind: 'refused',
        code: 'aws-not-found',
      });
    }
  });
});

describe('describing an instance', () => {
  const described = async (item: object) => {
    const aws = ec2Account({
      'ec2:DescribeInstances': () => reserved({ ...running, ...item }),
      'ec2:DescribeInstanceAttribute': () => ({ disableApiTermination: { value: true } }),
    });
    return await callAwsTool(aws, 'ec2_describe_instance', { instanceId: instance });
  };

  it('says whether it is protected from termination, and what its disks and groups are', async () => {
    const item = {
      metadataOptions: { httpTokens: 'required', httpEndpoint: 'enabled' },
      groupSet: { item: [{ groupId: 'sg-01234567', groupName: 'web' }] },
      blockDeviceMapping: {
        item: [{ deviceName: '/dev/xvda', ebs: { volumeId: 'vol-01234567', deleteOnTermination: true } }],
      },
    };
    expect(await described(item)).toMatchObject({
      kind: 'ok',
      value: {
        terminationProtected: true,
        metadata: { tokens: 'required' },
        securityGroups: [{ id: 'sg-01234567' }],
        volumes: [{ id: 'vol-01234567', deletedOnTermination: true }],
      },
    });
  });

  it.each([
    ['none', {}],
    ['elastic', { ipAddress: '203.0.113.7', owner: '111122223333' }],
    ['lost when stopped', { ipAddress: '203.0.113.7', owner: 'amazon' }],
  ])('knows a public address that is %s', async (kind, { ipAddress, owner }: Record<string, string>) => {
    const item = ipAddress && {
      ipAddress,
      networkInterfaceSet: { item: [{ association: { publicIp: ipAddress, ipOwnerId: owner } }] },
    };
    expect(await described(item || {})).toMatchObject({ value: { publicAddress: { kind } } });
  });
});

describe('describing a security group', () => {
  it('tells which network interfaces it guards', async () => {
    const aws = ec2Account({
      'ec2:DescribeSecurityGroups': () => ({ securityGroupInfo: { item: [{ groupId: 'sg-01234567' }] } }),
      'ec2:DescribeNetworkInterfaces': () => ({
        networkInterfaceSet: {
          item: [{ networkInterfaceId: 'eni-01234567', attachment: { instanceId: instance } }],
        },
      }),
    });
    expect(
      await callAwsTool(aws, 'ec2_describe_security_group', { securityGroupId: 'sg-01234567' }),
    ).toMatchObject({ value: { id: 'sg-01234567', usedBy: [{ id: 'eni-01234567', instance }] } });
  });
});

describe('waiting for instances', () => {
  const wait = { instanceIds: [instance], state: 'running', seconds: 2 };

  it('ends when all of them are there', async () => {
    const aws = ec2Account({ 'ec2:DescribeInstances': () => reserved(running) });
    expect(await callAwsTool(aws, 'ec2_wait_for_instances', wait)).toMatchObject({
      kind: 'ok',
      value: { reached: 'running', instances: [{ id: instance }] },
    });
  });

  it('does not wait for an instance that does not exist', async () => {
    const aws = ec2Account({
      'ec2:DescribeInstances': () => {
        throw new AwsRefusal('InvalidInstanceID.NotFound');
      },
    });
    expect(await callAwsTool(aws, 'ec2_wait_for_instances', wait)).toMatchObject({ code: 'aws-not-found' });
    expect(aws.calls).toHaveLength(1);
  });

  it('gives up at once where the state cannot be reached any more', async () => {
    const gone = { instanceId: instance, instanceState: { name: 'shutting-down' } };
    const aws = ec2Account({ 'ec2:DescribeInstances': () => reserved(gone) });
    expect(await callAwsTool(aws, 'ec2_wait_for_instances', wait)).toMatchObject({ code: 'not-reachable' });
  });

  it('gives up when the time is over', async () => {
    const pending = { instanceId: instance, instanceState: { name: 'pending' } };
    const aws = ec2Account({ 'ec2:DescribeInstances': () => reserved(pending) });
    expect(await callAwsTool(aws, 'ec2_wait_for_instances', wait)).toMatchObject({
      kind: 'refused',
      code: 'not-reached',
    });
  });
});
