import { z } from 'zod';
import { readTool } from '../../aws-calls/define-aws-tool.ts';
import { region } from '../../aws-calls/parameters.ts';

export const listTrails = readTool({
  name: 'cloudtrail_list_trails',
  description:
    'Lists the CloudTrail trails of a region and whether each is logging. No tool stops or deletes a trail.',
  permissions: { iam: ['cloudtrail:DescribeTrails', 'cloudtrail:GetTrailStatus'] },
  parameters: z.object({ region }),
  example: { region: 'eu-central-1' },
  async handle(_input, { signal }, aws) {
    const { sdk, client } = await aws.cloudTrail();
    const { trailList = [] } = await client.send(new sdk.DescribeTrailsCommand({}), { abortSignal: signal });
    const trails = [];
    for (const trail of trailList) {
      const status = await client.send(
        new sdk.GetTrailStatusCommand({ Name: trail.TrailARN ?? trail.Name }),
        {
          abortSignal: signal,
        },
      );
      trails.push({
        name: trail.Name,
        arn: trail.TrailARN,
        home: trail.HomeRegion,
        bucket: trail.S3BucketName,
        logGroup: trail.CloudWatchLogsLogGroupArn,
        isMultiRegion: trail.IsMultiRegionTrail === true,
        validatesFiles: trail.LogFileValidationEnabled === true,
        key: trail.KmsKeyId,
        isLogging: status.IsLogging === true,
        lastDelivery: status.LatestDeliveryTime?.toISOString(),
        deliveryError: status.LatestDeliveryError,
      });
    }
    return { kind: 'ok', value: { region: aws.region, trails } };
  },
});
