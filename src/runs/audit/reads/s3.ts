import type { AccountReads, PublicAccessBlock, Read } from '../../../controls/snapshot.ts';
import { AppError } from '../../../errors.ts';
import type { Source } from '../source.ts';
import { isAbsent, type Reader } from './reader.ts';

type Bucket = { readonly name: string; readonly source: Source };

/** Every bucket with AWS in its own region: elsewhere S3 only redirects. */
async function listBuckets(source: Source): Promise<readonly Bucket[]> {
  const { sdk, client } = await source.services.s3();
  const listed = await source.once('buckets', () =>
    source.ask('s3', async () => {
      const found: { readonly name: string; readonly region: string | undefined }[] = [];
      // Only a listing in pages tells the regions.
      for await (const { Buckets = [] } of sdk.paginateListBuckets({ client, pageSize: 1_000 }, {}))
        found.push(...Buckets.map(({ Name = '', BucketRegion }) => ({ name: Name, region: BucketRegion })));
      return found;
    }),
  );
  return await Promise.all(
    listed.map(async ({ name, region }) => ({
      name,
      source: source.at(region ?? (await locate(source, name))),
    })),
  );
}

/** The bucket's region; the one asked in where S3 does not tell. */
async function locate(source: Source, bucket: string): Promise<string> {
  const { sdk, client } = await source.services.s3();
  const located = await source.once(`location ${bucket}`, () =>
    source.tryAsk(
      's3',
      bucket,
      async () => await client.send(new sdk.GetBucketLocationCommand({ Bucket: bucket })),
    ),
  );
  if (located.kind === 'failed') return source.region;
  const { LocationConstraint: place } = located.value;
  // The two regions that are older than the rule.
  if (place === undefined) return 'us-east-1';
  return place === 'EU' ? 'eu-west-1' : place;
}

async function ofEachBucket<T>(
  source: Source,
  perform: (s3: Awaited<ReturnType<Source['services']['s3']>>, bucket: string) => Promise<T>,
): Promise<readonly { readonly bucket: string; readonly read: Read<T> }[]> {
  return await Promise.all(
    (await listBuckets(source)).map(async ({ name, source: there }) => ({
      bucket: name,
      read: await there.tryAsk('s3', name, async () => await perform(await there.services.s3(), name)),
    })),
  );
}

const listing = ['s3:ListAllMyBuckets', 's3:GetBucketLocation'];

const bucketPolicies: Reader<AccountReads['bucket-policies']> = {
  permissions: [...listing, 's3:GetBucketPolicy'],
  async read(source) {
    const read = await ofEachBucket<unknown>(source, async ({ sdk, client }, Bucket) => {
      try {
        const { Policy = 'null' } = await client.send(new sdk.GetBucketPolicyCommand({ Bucket }));
        return JSON.parse(Policy);
      } catch (error) {
        if (isAbsent(error, 'NoSuchBucketPolicy')) return null;
        throw error;
      }
    });
    return read.map(({ bucket, read: policy }) => ({ bucket, policy }));
  },
};

const bucketBlocks: Reader<AccountReads['bucket-public-access-blocks']> = {
  permissions: [...listing, 's3:GetBucketPublicAccessBlock'],
  async read(source) {
    const read = await ofEachBucket(source, async ({ sdk, client }, Bucket) => {
      try {
        return blockOf(
          (await client.send(new sdk.GetPublicAccessBlockCommand({ Bucket }))).PublicAccessBlockConfiguration,
        );
      } catch (error) {
        if (isAbsent(error, 'NoSuchPublicAccessBlockConfiguration')) return null;
        throw error;
      }
    });
    return read.map(({ bucket, read: block }) => ({ bucket, block }));
  },
};

const bucketVersioning: Reader<AccountReads['bucket-versioning']> = {
  permissions: [...listing, 's3:GetBucketVersioning'],
  async read(source) {
    const read = await ofEachBucket(source, async ({ sdk, client }, Bucket) => {
      const { MFADelete } = await client.send(new sdk.GetBucketVersioningCommand({ Bucket }));
      return MFADelete === 'Enabled';
    });
    return read.map(({ bucket, read: mfaDelete }) => ({ bucket, mfaDelete }));
  },
};

const accountBlock: Reader<AccountReads['account-public-access-block']> = {
  permissions: ['s3:GetAccountPublicAccessBlock'],
  read: source =>
    source.ask('s3Control', async () => {
      const { sdk, client } = await source.services.s3Control();
      if (source.accountId === undefined)
        throw new AppError({
          code: 'account-unknown',
          publicMessage: 'AWS did not tell the account’s number (`sts:GetCallerIdentity`).',
        });
      try {
        const command = new sdk.GetPublicAccessBlockCommand({ AccountId: source.accountId });
        return blockOf((await client.send(command)).PublicAccessBlockConfiguration);
      } catch (error) {
        if (isAbsent(error, 'NoSuchPublicAccessBlockConfiguration')) return null;
        throw error;
      }
    }),
};

/** Of the buckets of every trail that the scanned regions see. */
const trailBucketLogging: Reader<AccountReads['trail-bucket-logging']> = {
  permissions: [...listing, 's3:GetBucketLogging', 'cloudtrail:DescribeTrails'],
  async read(source) {
    const [trails, own] = await Promise.all([
      Promise.all(source.scanned.map(region => source.at(region).read('trails'))),
      listBuckets(source),
    ]);
    const names = new Set(trails.flat().flatMap(({ bucket }) => bucket ?? []));
    return await Promise.all(
      [...names].map(async bucket => {
        const there = own.find(({ name }) => name === bucket)?.source;
        if (there === undefined) return { bucket, logging: 'foreign' as const };
        const logging = await there.tryAsk('s3', bucket, async () => {
          const { sdk, client } = await there.services.s3();
          const { LoggingEnabled } = await client.send(new sdk.GetBucketLoggingCommand({ Bucket: bucket }));
          return LoggingEnabled?.TargetBucket !== undefined;
        });
        return { bucket, logging };
      }),
    );
  },
};

/** What is read of S3. */
export const s3Readers = {
  'bucket-policies': bucketPolicies,
  'bucket-public-access-blocks': bucketBlocks,
  'bucket-versioning': bucketVersioning,
  'account-public-access-block': accountBlock,
  'trail-bucket-logging': trailBucketLogging,
};

/** As S3 says it: what is absent is off. */
function blockOf(
  given:
    | {
        readonly BlockPublicAcls?: boolean | undefined;
        readonly IgnorePublicAcls?: boolean | undefined;
        readonly BlockPublicPolicy?: boolean | undefined;
        readonly RestrictPublicBuckets?: boolean | undefined;
      }
    | undefined,
): PublicAccessBlock {
  return {
    blockPublicAcls: given?.BlockPublicAcls === true,
    ignorePublicAcls: given?.IgnorePublicAcls === true,
    blockPublicPolicy: given?.BlockPublicPolicy === true,
    restrictPublicBuckets: given?.RestrictPublicBuckets === true,
  };
}
