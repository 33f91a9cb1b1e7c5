import type { RegionHoldings } from '../../savings/facts.ts';
import type { EstateRegion } from '../estate/estate.ts';
import { readPages } from '../estate/read-pages.ts';

export async function readVolumes(region: EstateRegion): Promise<RegionHoldings['volumes']> {
  return await region.read(async (services, signal) => {
    const { sdk, client } = await services.ec2();
    const pages = sdk.paginateDescribeVolumes({ client, pageSize: 500 }, {}, { abortSignal: signal });
    return await readPages(pages, page =>
      page.Volumes?.map(({ VolumeId, VolumeType, Size, State, Attachments = [] }) => ({
        id: VolumeId ?? '',
        type: VolumeType ?? '',
        sizeGb: Size ?? 0,
        isAttached: State !== 'available' || Attachments.length > 0,
      })),
    );
  });
}

/** The account's own snapshots, and whether one of its own images is made of them. */
export async function readSnapshots(region: EstateRegion, now: Date): Promise<RegionHoldings['snapshots']> {
  return await region.read(async (services, signal) => {
    const { sdk, client } = await services.ec2();
    const options = { abortSignal: signal };
    const asked = { OwnerIds: ['self'] };
    const snapshots = await readPages(
      sdk.paginateDescribeSnapshots({ client, pageSize: 500 }, asked, options),
      page => page.Snapshots,
    );
    const images = await readPages(
      sdk.paginateDescribeImages({ client, pageSize: 500 }, { Owners: ['self'] }, options),
      page => page.Images,
    );
    const used = new Set(
      images.value.flatMap(({ BlockDeviceMappings = [] }) =>
        BlockDeviceMappings.map(({ Ebs }) => Ebs?.SnapshotId),
      ),
    );
    const value = snapshots.value.map(({ SnapshotId = '', VolumeSize = 0, StartTime }) => ({
      id: SnapshotId,
      sizeGb: VolumeSize,
      ageDays: Math.floor((now.getTime() - (StartTime?.getTime() ?? now.getTime())) / 86_400_000),
      isInImage: used.has(SnapshotId),
    }));
    return { value, cut: snapshots.cut ?? images.cut };
  });
}

export async function readAddresses(region: EstateRegion): Promise<RegionHoldings['addresses']> {
  return await region.read(async (services, signal) => {
    const { sdk, client } = await services.ec2();
    const command = new sdk.DescribeAddressesCommand({});
    const { Addresses = [] } = await client.send(command, { abortSignal: signal });
    const value = Addresses.map(({ PublicIp, AssociationId, InstanceId, NetworkInterfaceId }) => ({
      ip: PublicIp ?? '',
      isUsed: [AssociationId, InstanceId, NetworkInterfaceId].some(id => id !== undefined && id !== ''),
    }));
    return { value };
  });
}

export async function readLogGroups(region: EstateRegion): Promise<RegionHoldings['logGroups']> {
  return await region.read(async (services, signal) => {
    const { sdk, client } = await services.cloudWatchLogs();
    const pages = sdk.paginateDescribeLogGroups({ client, pageSize: 50 }, {}, { abortSignal: signal });
    return await readPages(pages, page =>
      page.logGroups?.map(({ logGroupName, storedBytes, retentionInDays }) => ({
        name: logGroupName ?? '',
        storedBytes: storedBytes ?? 0,
        hasRetention: retentionInDays !== undefined,
      })),
    );
  });
}
