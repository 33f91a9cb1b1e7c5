import type {
  Address,
  Image,
  Instance,
  KeyPairInfo,
  SecurityGroup,
  Snapshot,
  Volume,
} from '../../../clients/aws/sdk/ec2.ts';
import { asked, entriesOf, inOrder, paging, type ResourceKind, tagsShown } from './resource-kind.ts';
import { shownInstance } from './shown-instance.ts';
import { shownRules } from './shown-rules.ts';

export const instances: ResourceKind<Instance> = {
  type: 'instance',
  noun: 'instance',
  plural: 'instances',
  action: 'ec2:DescribeInstances',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { InstanceIds: ids, Filters: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeInstances(paging(ec2, query), input, { abortSignal }),
      ({ Reservations }) => Reservations?.flatMap(({ Instances = [] }) => Instances),
    );
  },
  idOf: ({ InstanceId = '' }) => InstanceId,
  tagsOf: ({ Tags }) => Tags,
  shown: shownInstance,
};

export const securityGroups: ResourceKind<SecurityGroup> = {
  type: 'security-group',
  noun: 'security group',
  plural: 'securityGroups',
  action: 'ec2:DescribeSecurityGroups',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { GroupIds: ids, Filters: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeSecurityGroups(paging(ec2, query), input, { abortSignal }),
      ({ SecurityGroups }) => SecurityGroups,
    );
  },
  idOf: ({ GroupId = '' }) => GroupId,
  tagsOf: ({ Tags }) => Tags,
  shown: group => ({
    id: group.GroupId ?? '',
    name: group.GroupName,
    description: group.Description,
    vpc: group.VpcId,
    ingress: shownRules(group.IpPermissions),
    egress: shownRules(group.IpPermissionsEgress),
    tags: tagsShown(group.Tags),
  }),
};

/** The ids are names here: that is what people and instances know a key pair by. */
export const keyPairs: ResourceKind<KeyPairInfo> = {
  type: 'key-pair',
  noun: 'key pair',
  plural: 'keyPairs',
  action: 'ec2:DescribeKeyPairs',
  async *pages({ sdk, client }, query, abortSignal) {
    const { ids, filters } = asked(query);
    const command = new sdk.DescribeKeyPairsCommand({ KeyNames: ids, Filters: filters });
    yield (await client.send(command, { abortSignal })).KeyPairs ?? [];
  },
  idOf: ({ KeyName = '' }) => KeyName,
  tagsOf: ({ Tags }) => Tags,
  shown: pair => ({
    name: pair.KeyName ?? '',
    id: pair.KeyPairId,
    type: pair.KeyType,
    fingerprint: pair.KeyFingerprint,
    created: pair.CreateTime?.toISOString(),
    tags: tagsShown(pair.Tags),
  }),
};

export const images: ResourceKind<Image> = {
  type: 'image',
  noun: 'image',
  plural: 'images',
  action: 'ec2:DescribeImages',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    // Without an owner that would be every public image there is.
    const input = { ImageIds: ids, Filters: filters, ...(ids === undefined && { Owners: ['self'] }) };
    return entriesOf(
      ec2.sdk.paginateDescribeImages(paging(ec2, query), input, { abortSignal }),
      ({ Images }) => Images,
    );
  },
  idOf: ({ ImageId = '' }) => ImageId,
  tagsOf: ({ Tags }) => Tags,
  shown: image => ({
    id: image.ImageId ?? '',
    name: image.Name,
    state: image.State,
    owner: image.OwnerId,
    public: image.Public,
    architecture: image.Architecture,
    platform: image.PlatformDetails,
    created: image.CreationDate,
    deprecated: image.DeprecationTime,
    snapshots: (image.BlockDeviceMappings ?? []).flatMap(({ Ebs }) => Ebs?.SnapshotId ?? []).toSorted(),
    tags: tagsShown(image.Tags),
  }),
};

export const snapshots: ResourceKind<Snapshot> = {
  type: 'snapshot',
  noun: 'snapshot',
  plural: 'snapshots',
  action: 'ec2:DescribeSnapshots',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    // Without an owner that would be every public snapshot there is.
    const input = { SnapshotIds: ids, Filters: filters, ...(ids === undefined && { OwnerIds: ['self'] }) };
    return entriesOf(
      ec2.sdk.paginateDescribeSnapshots(paging(ec2, query), input, { abortSignal }),
      ({ Snapshots }) => Snapshots,
    );
  },
  idOf: ({ SnapshotId = '' }) => SnapshotId,
  tagsOf: ({ Tags }) => Tags,
  shown: snapshot => ({
    id: snapshot.SnapshotId ?? '',
    state: snapshot.State,
    progress: snapshot.Progress,
    volume: snapshot.VolumeId,
    sizeGib: snapshot.VolumeSize,
    encrypted: snapshot.Encrypted,
    tier: snapshot.StorageTier,
    description: snapshot.Description,
    started: snapshot.StartTime?.toISOString(),
    tags: tagsShown(snapshot.Tags),
  }),
};

export const volumes: ResourceKind<Volume> = {
  type: 'volume',
  noun: 'volume',
  plural: 'volumes',
  action: 'ec2:DescribeVolumes',
  pages(ec2, query, abortSignal) {
    const { ids, filters } = asked(query);
    const input = { VolumeIds: ids, Filters: filters };
    return entriesOf(
      ec2.sdk.paginateDescribeVolumes(paging(ec2, query), input, { abortSignal }),
      ({ Volumes }) => Volumes,
    );
  },
  idOf: ({ VolumeId = '' }) => VolumeId,
  tagsOf: ({ Tags }) => Tags,
  shown: volume => ({
    id: volume.VolumeId ?? '',
    state: volume.State,
    type: volume.VolumeType,
    sizeGib: volume.Size,
    iops: volume.Iops,
    encrypted: volume.Encrypted,
    zone: volume.AvailabilityZone,
    created: volume.CreateTime?.toISOString(),
    attachedTo: inOrder(
      (volume.Attachments ?? []).map(({ InstanceId, Device, DeleteOnTermination }) => ({
        instance: InstanceId,
        device: Device,
        deletedOnTermination: DeleteOnTermination,
      })),
    ),
    tags: tagsShown(volume.Tags),
  }),
};

export const addresses: ResourceKind<Address> = {
  type: 'elastic-ip',
  noun: 'elastic address',
  plural: 'addresses',
  action: 'ec2:DescribeAddresses',
  async *pages({ sdk, client }, query, abortSignal) {
    const { ids, filters } = asked(query);
    const command = new sdk.DescribeAddressesCommand({ AllocationIds: ids, Filters: filters });
    yield (await client.send(command, { abortSignal })).Addresses ?? [];
  },
  idOf: ({ AllocationId = '' }) => AllocationId,
  tagsOf: ({ Tags }) => Tags,
  shown: address => ({
    id: address.AllocationId ?? '',
    publicIp: address.PublicIp,
    privateIp: address.PrivateIpAddress,
    associated: address.AssociationId !== undefined,
    instance: address.InstanceId === '' ? undefined : address.InstanceId,
    networkInterface: address.NetworkInterfaceId,
    tags: tagsShown(address.Tags),
  }),
};
