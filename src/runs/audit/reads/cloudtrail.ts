import type * as CloudTrail from '../../../clients/aws/sdk/cloudtrail.ts';
import type { Read, RegionReads, TrailSelectors } from '../../../controls/snapshot.ts';
import type { Source } from '../source.ts';
import type { Reader } from './reader.ts';

const trails: Reader<RegionReads['trails']> = {
  permissions: ['cloudtrail:DescribeTrails'],
  read: source =>
    source.ask('cloudTrail', async () => {
      const { sdk, client } = await source.services.cloudTrail();
      // With those of other regions that cover this one, and of the organisation.
      const { trailList = [] } = await client.send(
        new sdk.DescribeTrailsCommand({ includeShadowTrails: true }),
      );
      return trailList.map(trail => ({
        arn: trail.TrailARN ?? trail.Name ?? '',
        homeRegion: trail.HomeRegion ?? source.region,
        isMultiRegion: trail.IsMultiRegionTrail === true,
        hasValidation: trail.LogFileValidationEnabled === true,
        keyId: trail.KmsKeyId ?? null,
        bucket: trail.S3BucketName ?? null,
        logGroupArn: trail.CloudWatchLogsLogGroupArn ?? null,
      }));
    }),
};

/** Asks about every trail that the region sees, each once for the whole audit and where it lives. */
async function ofEachTrail<T>(
  source: Source,
  what: string,
  perform: (cloudTrail: Awaited<ReturnType<Source['services']['cloudTrail']>>, arn: string) => Promise<T>,
): Promise<readonly { readonly trail: string; readonly read: Read<T> }[]> {
  const seen = await source.read('trails');
  return await Promise.all(
    seen.map(async ({ arn, homeRegion }) => {
      const home = source.at(homeRegion);
      const read = await source.once(`${what} ${arn}`, () =>
        home.tryAsk('cloudTrail', arn, async () => await perform(await home.services.cloudTrail(), arn)),
      );
      return { trail: arn, read };
    }),
  );
}

const status: Reader<RegionReads['trail-status']> = {
  permissions: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus'],
  async read(source) {
    const read = await ofEachTrail(source, 'status', async ({ sdk, client }, Name) => {
      const answer = await client.send(new sdk.GetTrailStatusCommand({ Name }));
      return answer.IsLogging === true;
    });
    return read.map(({ trail, read: isLogging }) => ({ trail, isLogging }));
  },
};

const selectors: Reader<RegionReads['trail-selectors']> = {
  permissions: ['cloudtrail:DescribeTrails', 'cloudtrail:GetEventSelectors'],
  async read(source) {
    const read = await ofEachTrail(source, 'selectors', async ({ sdk, client }, TrailName) =>
      selectorsOf(await client.send(new sdk.GetEventSelectorsCommand({ TrailName }))),
    );
    return read.map(({ trail, read: of }) => ({ trail, selectors: of }));
  },
};

function selectorsOf(answer: CloudTrail.GetEventSelectorsCommandOutput): TrailSelectors {
  return {
    basic: (answer.EventSelectors ?? []).map(selector => ({
      readWrite: selector.ReadWriteType ?? 'All',
      hasManagementEvents: selector.IncludeManagementEvents !== false,
      excludedSources: selector.ExcludeManagementEventSources ?? [],
      data: (selector.DataResources ?? []).map(({ Type = '', Values = [] }) => ({
        type: Type,
        values: Values,
      })),
    })),
    advanced: (answer.AdvancedEventSelectors ?? []).map(({ FieldSelectors = [] }) => ({
      fields: FieldSelectors.map(({ Field = '', Equals = [], ...other }) => ({
        field: Field,
        equals: Equals,
        hasOther: Object.values(other).some(values => values !== undefined && values.length > 0),
      })),
    })),
  };
}

/** What is read of CloudTrail. */
export const cloudTrailReaders = { trails, 'trail-status': status, 'trail-selectors': selectors };
