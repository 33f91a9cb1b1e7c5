import type { AwsHandler } from '../../../fakes/aws/fake-aws.ts';

/** Answers of EC2's API, as its elements. */
export const id = {
  instance: 'i-0123456789abcdef0',
  image: 'ami-01234567',
  volume: 'vol-01234567',
  group: 'sg-01234567',
  vpc: 'vpc-01234567',
  otherVpc: 'vpc-89abcdef',
  subnet: 'subnet-01234567',
  routeTable: 'rtb-01234567',
  internetGateway: 'igw-01234567',
  natGateway: 'nat-01234567',
  networkAcl: 'acl-01234567',
  networkInterface: 'eni-01234567',
  flowLog: 'fl-01234567',
  peering: 'pcx-01234567',
  allocation: 'eipalloc-01234567',
} as const;

export const answering =
  (set: string, ...items: readonly object[]): AwsHandler =>
  () => ({ [set]: { item: items } });

export const instancesAre =
  (...items: readonly object[]): AwsHandler =>
  () => ({ reservationSet: { item: [{ instancesSet: { item: items } }] } });

export const instanceIs = (state: string, more: object = {}): AwsHandler =>
  instancesAre({ instanceId: id.instance, instanceState: { name: state }, ...more });

export const groupIs = (more: object = {}): AwsHandler =>
  answering('securityGroupInfo', { groupId: id.group, groupName: 'web', vpcId: id.vpc, ...more });
