import * as cloudTrail from '@aws-sdk/client-cloudtrail';
import { uniqueName } from '../live-aws.ts';
import { makeBucket, services } from './state.ts';

async function send<Output>(command: unknown): Promise<Output> {
  const { client } = await services.cloudTrail();
  return (await client.send(command as never)) as Output;
}

/** Deletes every trail of the region: controls over all trails ask whether there is one. */
export async function deleteTrails(): Promise<void> {
  const { trailList = [] } = await send<cloudTrail.DescribeTrailsCommandOutput>(
    new cloudTrail.DescribeTrailsCommand({ includeShadowTrails: false }),
  );
  for (const { Name } of trailList) await send(new cloudTrail.DeleteTrailCommand({ Name }));
}

/** A new trail to a bucket of its own. */
export async function makeTrail(
  settings: Partial<cloudTrail.CreateTrailCommandInput> = {},
): Promise<{ readonly arn: string; readonly bucket: string }> {
  const Name = uniqueName('audit');
  const bucket = settings.S3BucketName ?? (await makeBucket(Name));
  const { TrailARN = '' } = await send<cloudTrail.CreateTrailCommandOutput>(
    new cloudTrail.CreateTrailCommand({ Name, S3BucketName: bucket, ...settings }),
  );
  return { arn: TrailARN, bucket };
}

/** Makes a trail log what the selectors say, management events where none is given. */
export async function startTrail(
  arn: string,
  selectors?: readonly cloudTrail.EventSelector[],
): Promise<void> {
  await send(
    new cloudTrail.PutEventSelectorsCommand({
      TrailName: arn,
      EventSelectors: [...(selectors ?? [{ ReadWriteType: 'All', IncludeManagementEvents: true }])],
    }),
  );
  // Emulators know trails by name alone here.
  await send(new cloudTrail.StartLoggingCommand({ Name: arn.split('/').at(-1) }));
}

/** Changes settings of a trail. */
export async function updateTrail(
  arn: string,
  settings: Partial<cloudTrail.UpdateTrailCommandInput>,
): Promise<void> {
  await send(new cloudTrail.UpdateTrailCommand({ Name: arn, ...settings }));
}
