import { z } from 'zod';
import type { _InstanceType } from '../../../clients/aws/sdk/ec2.ts';
import type { ToolRefusal } from '../../../contracts/tool.ts';
import type { AwsClients } from '../../aws-calls/define-aws-tool.ts';
import { images, instances, keyPairs, securityGroups } from '../../aws-calls/ec2/compute-kinds.ts';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { filtersOf, findExisting, findResources } from '../../aws-calls/ec2/find-resources.ts';
import { subnets } from '../../aws-calls/ec2/network-kinds.ts';
import {
  imageId,
  instanceType,
  keyPairName,
  name as nameTag,
  securityGroupId,
  subnetId,
  tags,
} from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

const name = 'ec2_create_instances';

const parameters = z.object({
  region,
  imageId,
  instanceType,
  count: z.number().int().min(1).max(10).nullish().describe('How many, 1 to 10. Default: 1.'),
  subnetId: subnetId.nullish().describe('Default: the default subnet of the first zone.'),
  securityGroupIds: z
    .array(securityGroupId)
    .min(1)
    .max(5)
    .nullish()
    .describe('At most 5. Default: the default group of the subnet’s VPC.'),
  publicAddress: z.boolean().nullish().describe('Whether they get public addresses. Default: false.'),
  keyPair: keyPairName.nullish().describe('Name of a key pair for SSH. Default: none.'),
  instanceProfile: z
    .string()
    .regex(/^[\w+=,.@-]{1,128}$/, 'the name of an instance profile')
    .nullish()
    .describe('Name of the instance profile, whose role what runs there has. Default: none.'),
  rootVolumeGib: z.number().int().min(1).max(16_384).nullish().describe('Size. Default: that of the image.'),
  name: nameTag,
  tags,
});

export const createInstances = creatingResource({
  name,
  description:
    'Creates EC2 instances from an image, with tags, the metadata service in version 2 only, and no public address unless asked for. They cost money.',
  undo: { kind: 'tool', tool: 'ec2_terminate_instances' },
  parameters,
  example: { imageId: 'ami-0123456789abcdef0', instanceType: 't3.micro', name: 'web' },
  kind: instances,
  action: 'ec2:RunInstances',
  alsoMakes: ['volume', 'network-interface'],
  otherActions: [
    'ec2:DescribeImages',
    'ec2:DescribeSubnets',
    'ec2:DescribeSecurityGroups',
    'ec2:DescribeKeyPairs',
    'iam:GetInstanceProfile',
    'iam:PassRole',
  ],
  look: placementOf,
  summary: (input, place, { subnet, securityGroups: groups, role }) =>
    `Creates ${input.count ?? 1} ${input.instanceType} from ${input.imageId} in ${subnet} (${place}) behind ${groups.join(', ')}, ${input.publicAddress ? 'with' : 'without'} a public address${role === undefined ? '' : `, with the role ${role}`}.`,
  otherArns: (input, arn, { subnet, securityGroups: groups }) => [
    arn('image', input.imageId),
    arn('subnet', subnet),
    ...groups.map(group => arn('security-group', group)),
    ...(input.keyPair ? [arn('key-pair', input.keyPair)] : []),
  ],
  otherGrants: (_input, _arn, { role }) =>
    role === undefined ? [] : [{ actions: ['iam:PassRole'], resources: [role] }],
  async send({ sdk, client }, input, { facts, signal, ...making }) {
    const count = input.count ?? 1;
    const command = new sdk.RunInstancesCommand({
      ...making,
      ImageId: input.imageId,
      // The SDK's type lists the types of its own release day; AWS refuses those that do not exist.
      InstanceType: input.instanceType as _InstanceType,
      MinCount: count,
      MaxCount: count,
      MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled', HttpPutResponseHopLimit: 1 },
      NetworkInterfaces: [
        {
          DeviceIndex: 0,
          SubnetId: facts.subnet,
          Groups: [...facts.securityGroups],
          AssociatePublicIpAddress: input.publicAddress ?? false,
        },
      ],
      ...(input.keyPair && { KeyName: input.keyPair }),
      ...(input.instanceProfile && { IamInstanceProfile: { Name: input.instanceProfile } }),
      ...(input.rootVolumeGib && {
        BlockDeviceMappings: [{ DeviceName: facts.rootDevice, Ebs: { VolumeSize: input.rootVolumeGib } }],
      }),
    });
    const { Instances = [] } = await client.send(command, { abortSignal: signal });
    return Instances.flatMap(({ InstanceId }) => InstanceId ?? []);
  },
});

type Placement = {
  readonly imageName: string | undefined;
  readonly rootDevice: string | undefined;
  readonly subnet: string;
  readonly securityGroups: readonly string[];
  /** ARN of the role that the instances get. */
  readonly role: string | undefined;
};

/** Everything that the instances are made from must be there; what is not named is chosen here, before the approval. */
async function placementOf(
  input: z.output<typeof parameters>,
  aws: AwsClients,
  signal: AbortSignal,
): Promise<{ readonly kind: 'facts'; readonly facts: Placement } | ToolRefusal> {
  const found = await findExisting(images, aws, { tool: name, ids: [input.imageId], signal });
  if (found.kind !== 'found') return found;
  const [image] = found.entries;
  if (image?.State !== 'available') {
    return refused(`the image ${input.imageId} is ${image?.State ?? 'unknown'}, not available.`);
  }
  if (input.keyPair) {
    const keys = await findExisting(keyPairs, aws, { tool: name, ids: [input.keyPair], signal });
    if (keys.kind !== 'found') return keys;
  }
  const candidates = await findResources(subnets, aws, {
    signal,
    ...(input.subnetId ? { ids: [input.subnetId] } : { filters: filtersOf({ 'default-for-az': 'true' }) }),
  });
  const [subnet] = candidates.toSorted((a, b) =>
    (a.AvailabilityZone ?? '') < (b.AvailabilityZone ?? '') ? -1 : 1,
  );
  if (subnet?.SubnetId === undefined) {
    return refused(`there is no default subnet in ${aws.region}; name one as \`subnetId\`.`);
  }
  const groups = await findResources(securityGroups, aws, {
    signal,
    ...(input.securityGroupIds
      ? { ids: input.securityGroupIds }
      : { filters: filtersOf({ 'vpc-id': subnet.VpcId, 'group-name': 'default' }) }),
  });
  const strangers = groups.filter(({ VpcId }) => VpcId !== subnet.VpcId);
  if (groups.length === 0 || strangers.length > 0) {
    return refused(`the security groups must be of the subnet’s VPC, ${subnet.VpcId ?? 'which is unknown'}.`);
  }
  const role = input.instanceProfile ? await roleOf(input.instanceProfile, aws, signal) : undefined;
  if (input.instanceProfile && role === undefined) {
    return refused(`the instance profile ${input.instanceProfile} has no role.`);
  }
  const facts = {
    imageName: image.Name,
    rootDevice: image.RootDeviceName,
    subnet: subnet.SubnetId,
    securityGroups: groups.map(securityGroups.idOf),
    role,
  };
  return { kind: 'facts', facts };
}

async function roleOf(
  InstanceProfileName: string,
  aws: AwsClients,
  abortSignal: AbortSignal,
): Promise<string | undefined> {
  const { sdk, client } = await aws.iam();
  const command = new sdk.GetInstanceProfileCommand({ InstanceProfileName });
  const { InstanceProfile } = await client.send(command, { abortSignal });
  return InstanceProfile?.Roles?.[0]?.Arn;
}

function refused(message: string): ToolRefusal {
  return { kind: 'refused', code: 'not-possible', message: `${name}: ${message}` };
}
