import type { Instance } from '../../../clients/aws/sdk/ec2.ts';

/** What is told of an instance. Names and tags are untrusted texts. */
export function shownInstance(instance: Instance) {
  const tags = Object.fromEntries((instance.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? '']));
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
