import type { Instance } from '../../../clients/aws/sdk/ec2.ts';
import { inOrder, tagsShown } from './resource-kind.ts';

/** What is told of an instance. Names and tags are untrusted texts. */
export function shownInstance(instance: Instance) {
  const tags = tagsShown(instance.Tags);
  return {
    id: instance.InstanceId ?? '',
    name: tags['Name'],
    state: instance.State?.Name,
    type: instance.InstanceType,
    zone: instance.Placement?.AvailabilityZone,
    privateIp: instance.PrivateIpAddress,
    publicIp: instance.PublicIpAddress,
    vpc: instance.VpcId,
    subnet: instance.SubnetId,
    launched: instance.LaunchTime?.toISOString(),
    tags,
  };
}

/** Everything that is worth knowing of one instance. */
export function describedInstance(instance: Instance) {
  return {
    ...shownInstance(instance),
    image: instance.ImageId,
    architecture: instance.Architecture,
    platform: instance.PlatformDetails,
    keyPair: instance.KeyName,
    instanceProfile: instance.IamInstanceProfile?.Arn,
    stateReason: instance.StateReason?.Message,
    metadata: {
      endpoint: instance.MetadataOptions?.HttpEndpoint,
      tokens: instance.MetadataOptions?.HttpTokens,
      hops: instance.MetadataOptions?.HttpPutResponseHopLimit,
    },
    sourceDestinationCheck: instance.SourceDestCheck,
    securityGroups: inOrder(
      (instance.SecurityGroups ?? []).map(({ GroupId, GroupName }) => ({ id: GroupId, name: GroupName })),
    ),
    volumes: inOrder(
      (instance.BlockDeviceMappings ?? []).map(({ DeviceName, Ebs }) => ({
        device: DeviceName,
        id: Ebs?.VolumeId,
        deletedOnTermination: Ebs?.DeleteOnTermination,
      })),
    ),
    networkInterfaces: inOrder(
      (instance.NetworkInterfaces ?? []).map(({ NetworkInterfaceId, SubnetId, PrivateIpAddress }) => ({
        id: NetworkInterfaceId,
        subnet: SubnetId,
        privateIp: PrivateIpAddress,
      })),
    ),
    publicAddress: publicAddress(instance),
  };
}

/** How the internet sees an instance, and whether that stays so when it is stopped and started. */
export function publicAddress(instance: Instance) {
  const associations = (instance.NetworkInterfaces ?? []).flatMap(({ Association }) => Association ?? []);
  const elastic = associations.filter(({ IpOwnerId }) => IpOwnerId !== undefined && IpOwnerId !== 'amazon');
  const ipv6 = (instance.NetworkInterfaces ?? []).flatMap(({ Ipv6Addresses = [] }) =>
    Ipv6Addresses.flatMap(({ Ipv6Address }) => Ipv6Address ?? []),
  );
  const ipv4 = instance.PublicIpAddress;
  return {
    ipv4,
    ipv6: ipv6.toSorted(),
    dnsName: instance.PublicDnsName === '' ? undefined : instance.PublicDnsName,
    kind:
      ipv4 === undefined
        ? 'none'
        : elastic.some(({ PublicIp }) => PublicIp === ipv4)
          ? 'elastic'
          : 'lost when stopped',
  };
}
