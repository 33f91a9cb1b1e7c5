import type { AwsTool } from '../aws-calls/define-aws-tool.ts';
import { cloudTrailTools } from './cloudtrail/index.ts';
import { cloudWatchTools } from './cloudwatch/index.ts';
import { costTools } from './cost/index.ts';
import { ec2Tools } from './ec2/index.ts';
import { ecsTools } from './ecs/index.ts';
import { iamTools } from './iam/index.ts';
import { kmsTools } from './kms/index.ts';
import { lambdaTools } from './lambda/index.ts';
import { logsTools } from './logs/index.ts';
import { rdsTools } from './rds/index.ts';
import { s3Tools } from './s3/index.ts';
import { ssmTools } from './ssm/index.ts';
import { vpcTools } from './vpc/index.ts';

/** Every AWS tool; a service is a folder. */
export const awsTools: readonly AwsTool[] = [
  ...ec2Tools,
  ...vpcTools,
  ...cloudWatchTools,
  ...logsTools,
  ...cloudTrailTools,
  ...ssmTools,
  ...ecsTools,
  ...lambdaTools,
  ...rdsTools,
  ...iamTools,
  ...kmsTools,
  ...s3Tools,
  ...costTools,
];
