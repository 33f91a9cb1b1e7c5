import type { Reading } from '../../contracts/estate.ts';
import type { RegionHoldings } from '../../savings/facts.ts';
import type { EstateRegion } from '../estate/estate.ts';
import { readPages } from '../estate/read-pages.ts';

/** The buckets that lie in the region. */
export async function readBuckets(region: EstateRegion): Promise<RegionHoldings['buckets']> {
  const listed = await region.read(async (services, signal) => {
    const { sdk, client } = await services.s3();
    const asked = { BucketRegion: region.region, MaxBuckets: 1000 };
    const pages = sdk.paginateListBuckets({ client }, asked, { abortSignal: signal });
    // Asked for one region, and looked at again: not everything that speaks S3 heeds it.
    return await readPages(pages, page =>
      page.Buckets?.filter(({ BucketRegion }) => (BucketRegion ?? region.region) === region.region),
    );
  });
  if (listed.kind === 'unread') return listed;
  const value = await Promise.all(
    listed.value.map(async ({ Name = '' }) => ({
      name: Name,
      hasLifecycle: await hasLifecycle(region, Name),
    })),
  );
  return { kind: 'read', value, cut: listed.cut };
}

async function hasLifecycle(region: EstateRegion, name: string): Promise<Reading<boolean>> {
  return await region.read(async (services, signal) => {
    const { sdk, client } = await services.s3();
    const command = new sdk.GetBucketLifecycleConfigurationCommand({ Bucket: name });
    try {
      const { Rules = [] } = await client.send(command, { abortSignal: signal });
      return { value: Rules.some(({ Status }) => Status === 'Enabled') };
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchLifecycleConfiguration') return { value: false };
      throw error;
    }
  });
}
