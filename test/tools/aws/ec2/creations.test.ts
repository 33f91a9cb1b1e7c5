import { describe, expect, it } from 'vitest';
import { AwsRefusal } from '../../../fakes/aws/fake-aws.ts';
import { callAwsTool } from '../call-aws-tool.ts';
import { answering, groupIs, id, instanceIs, instancesAre } from './answers.ts';
import { account, actor, changes, ec2Account, sessionPolicyOf } from './ec2-account.ts';

const approved = { approvedBy: 'hubot', settings: { actor } };
const role = `arn:aws:iam::${account}:role/web`;

const world = {
  'ec2:DescribeImages': answering('imagesSet', {
    imageId: id.image,
    imageState: 'available',
    rootDeviceName: '/dev/xvda',
  }),
  'ec2:DescribeSubnets': answering(
    'subnetSet',
    { subnetId: 'subnet-0000000b', vpcId: id.vpc, availabilityZone: 'eu-central-1b' },
    { subnetId: 'subnet-0000000a', vpcId: id.vpc, availabilityZone: 'eu-central-1a' },
  ),
  'ec2:DescribeSecurityGroups': groupIs(),
  'ec2:DescribeKeyPairs': answering('keySet', { keyName: 'deploy' }),
  'iam:GetInstanceProfile': () => ({ InstanceProfile: { Roles: { member: [{ Arn: role }] } } }),
  'ec2:DescribeInstances': instanceIs('pending'),
  'ec2:RunInstances': () => ({ instancesSet: { item: [{ instanceId: id.instance }] } }),
};
const input = { imageId: id.image, instanceType: 't3.micro', name: 'web' };

describe('creating instances', () => {
  it('chooses the place before the approval, and keeps to it', async () => {
    const aws = ec2Account(world);
    expect(await callAwsTool(aws, 'ec2_create_instances', input, { approvedBy: 'hubot' })).toMatchObject({
      kind: 'ok',
      value: { created: [id.instance] },
    });
    expect(changes(aws)[0]?.input).toMatchObject({
      'NetworkInterface.1.SubnetId': 'subnet-0000000a',
      'NetworkInterface.1.SecurityGroupId.1': id.group,
      'NetworkInterface.1.AssociatePublicIpAddress': 'false',
      'MetadataOptions.HttpTokens': 'required',
      ClientToken: expect.stringMatching(/^[0-9a-f]{64}$/),
      'TagSpecification.1.Tag.2.Key': 'devops:managed',
      'TagSpecification.1.Tag.3.Key': 'devops:call',
    });
  });

  it('may start what was planned, tag it and pass its role, and nothing else', async () => {
    const aws = ec2Account(world);
    const named = { ...input, subnetId: 'subnet-0000000b', keyPair: 'deploy', instanceProfile: 'web' };
    await callAwsTool(
      { requestHandler: aws.requestHandler },
      'ec2_create_instances',
      { ...named, securityGroupIds: [id.group] },
      approved,
    );
    expect(sessionPolicyOf(aws)).toMatchObject([
      {
        Action: ['ec2:RunInstances'],
        Resource: [
          'instance/*',
          'volume/*',
          'network-interface/*',
          `image/${id.image}`,
          'subnet/subnet-0000000a',
          `security-group/${id.group}`,
          'key-pair/deploy',
        ].map(resource =>
          expect.stringMatching(
            new RegExp(`^arn:aws:ec2:eu-central-1:\\d*:${resource.replace('*', '\\*')}$`),
          ),
        ),
      },
      { Action: ['ec2:CreateTags'], Condition: { StringEquals: { 'ec2:CreateAction': 'RunInstances' } } },
      { Action: ['iam:PassRole'], Resource: [role] },
    ]);
  });

  it.each([
    [
      'an image that is not ready',
      { 'ec2:DescribeImages': answering('imagesSet', { imageId: id.image, imageState: 'pending' }) },
      'is pending',
    ],
    ['no default subnet', { 'ec2:DescribeSubnets': answering('subnetSet') }, 'there is no default subnet'],
    [
      'a security group of another VPC',
      {
        'ec2:DescribeSecurityGroups': answering('securityGroupInfo', {
          groupId: id.group,
          vpcId: id.otherVpc,
        }),
      },
      'must be of the subnet’s VPC',
    ],
  ])('is refused for %s', async (_name, there, message) => {
    const aws = ec2Account({ ...world, ...there });
    expect(await callAwsTool(aws, 'ec2_create_instances', input, approved)).toMatchObject({
      kind: 'refused',
      code: 'not-possible',
      message: expect.stringContaining(message),
    });
    expect(changes(aws)).toEqual([]);
  });
});

describe('creating a key pair', () => {
  const secretArn = `arn:aws:secretsmanager:eu-central-1:${account}:secret:ssh/deploy-AbCdEf`;
  const pem = ['-----BEGIN', 'PRIVATE KEY-----'].join(' ');
  const reads = {
    'ec2:DescribeKeyPairs': answering('keySet'),
    'secretsmanager:DescribeSecret': () => ({ ARN: secretArn, Tags: [] }),
    'ec2:CreateKeyPair': () => ({ keyName: 'deploy', keyMaterial: pem }),
    'ec2:DeleteKeyPair': () => ({ return: 'true' }),
  };
  const wanted = { keyPair: 'deploy', secret: 'ssh/deploy' };

  it('puts the private key into the secret and nowhere else', async () => {
    const aws = ec2Account({ ...reads, 'secretsmanager:PutSecretValue': () => ({ ARN: secretArn }) });
    const result = await callAwsTool(aws, 'ec2_create_key_pair', wanted, approved);
    expect(result).toMatchObject({ kind: 'ok', value: { created: ['deploy'] } });
    expect(JSON.stringify(result)).not.toContain(pem);
    const put = aws.calls.find(({ action }) => action === 'secretsmanager:PutSecretValue');
    expect(put?.input).toMatchObject({ SecretId: secretArn, SecretString: pem });
    expect(sessionPolicyOf(aws)[2]).toMatchObject({
      Action: ['secretsmanager:PutSecretValue'],
      Resource: [secretArn],
    });
  });

  it('takes the key pair back where its private key cannot be kept', async () => {
    const aws = ec2Account({
      ...reads,
      'secretsmanager:PutSecretValue': () => {
        throw new AwsRefusal('AccessDeniedException', 'no', 400);
      },
    });
    const result = await callAwsTool(aws, 'ec2_create_key_pair', wanted, approved);
    expect(result).toMatchObject({ kind: 'refused', code: 'aws-denied' });
    expect(changes(aws).map(({ action }) => action)).toEqual(['ec2:CreateKeyPair', 'ec2:DeleteKeyPair']);
  });

  it('does not replace a secret that is protected', async () => {
    const tags = [{ Key: 'devops:protected', Value: '' }];
    const aws = ec2Account({
      ...reads,
      'secretsmanager:DescribeSecret': () => ({ ARN: secretArn, Tags: tags }),
    });
    const limits = {
      protectedTags: [{ key: 'devops:protected', value: '' }],
      managedTag: undefined,
      maxResources: 20,
      maxPercent: 100,
    };
    expect(
      await callAwsTool(aws, 'ec2_create_key_pair', wanted, { approvedBy: 'hubot', settings: { limits } }),
    ).toMatchObject({ kind: 'refused', code: 'protected' });
    expect(changes(aws)).toEqual([]);
  });
});

describe('what is refused, with or without an approval', () => {
  const group = { 'ec2:DescribeSecurityGroups': groupIs() };
  const ingress = (rule: object) => ({ securityGroupId: id.group, rules: [rule] });
  it.each([
    [
      'ec2_authorize_ingress',
      ingress({ protocol: 'tcp', from: 22, cidr: '0.0.0.0/0' }),
      group,
      'open-to-world',
    ],
    ['ec2_authorize_ingress', ingress({ protocol: 'all', cidr: '::/0' }), group, 'open-to-world'],
    ['ec2_authorize_ingress', ingress({ protocol: 'tcp', from: 1 }), group, 'not-possible'],
    [
      'ec2_authorize_ingress',
      ingress({ protocol: 'all', from: 1, cidr: '10.0.0.0/8' }),
      group,
      'not-possible',
    ],
    [
      'ec2_authorize_ingress',
      ingress({ protocol: 'tcp', from: 9, to: 8, cidr: '10.0.0.0/8' }),
      group,
      'not-possible',
    ],
    [
      'ec2_delete_security_group',
      { securityGroupId: id.group },
      {
        'ec2:DescribeSecurityGroups': groupIs({ groupName: 'default' }),
        'ec2:DescribeNetworkInterfaces': answering('networkInterfaceSet'),
      },
      'not-possible',
    ],
    [
      'ec2_terminate_instances',
      { instanceIds: [id.instance] },
      {
        'ec2:DescribeInstances': instanceIs('running'),
        'ec2:DescribeInstanceAttribute': () => ({ disableApiTermination: { value: true } }),
      },
      'termination-protected',
    ],
    [
      'ec2_resize_instance',
      { instanceId: id.instance, instanceType: 't4g.small' },
      {
        'ec2:DescribeInstances': instanceIs('stopped', { instanceType: 't3.small', architecture: 'x86_64' }),
        'ec2:DescribeInstanceTypes': answering('instanceTypeSet', {
          processorInfo: { supportedArchitectures: { item: ['arm64'] } },
        }),
      },
      'not-possible',
    ],
    [
      'vpc_create_network_acl_entry',
      {
        networkAclId: id.networkAcl,
        direction: 'ingress',
        ruleNumber: 1,
        action: 'allow',
        protocol: 'all',
        cidr: '0.0.0.0/0',
      },
      { 'ec2:DescribeNetworkAcls': answering('networkAclSet', { networkAclId: id.networkAcl }) },
      'open-to-world',
    ],
    ['vpc_create_flow_log', { resourceId: id.vpc }, {}, 'invalid-input'],
  ])('%s %j', async (tool, refusedInput, reads, code) => {
    const aws = ec2Account(reads);
    expect(await callAwsTool(aws, tool, refusedInput, approved)).toMatchObject({ kind: 'refused', code });
    expect(changes(aws)).toEqual([]);
  });

  it('is more than half of the instances at once', async () => {
    const others = [1, 2, 3].map(number => ({
      instanceId: `i-0000000${number}`,
      instanceState: { name: 'running' },
    }));
    const aws = ec2Account({ 'ec2:DescribeInstances': instancesAre(...others) });
    const limits = { protectedTags: [], managedTag: undefined, maxResources: 20, maxPercent: 50 };
    const instanceIds = others.slice(0, 2).map(({ instanceId }) => instanceId);
    aws.faults.push({
      action: 'ec2:StopInstances',
      times: 9,
      kind: 'refuse',
      code: 'UnauthorizedOperation',
      status: 403,
    });
    const settings = { actor, limits };
    expect(
      await callAwsTool(aws, 'ec2_stop_instances', { instanceIds }, { approvedBy: 'hubot', settings }),
    ).toMatchObject({ kind: 'refused', code: 'too-large-a-share' });
    expect(changes(aws).filter(({ input: sent }) => sent.DryRun !== 'true')).toEqual([]);
  });
});
