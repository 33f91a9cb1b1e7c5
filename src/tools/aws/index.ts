import type { AwsTool } from '../aws-calls/define-aws-tool.ts';
import { cloudWatchTools } from './cloudwatch/index.ts';
import { ec2Tools } from './ec2/index.ts';
import { iamTools } from './iam/index.ts';
import { s3Tools } from './s3/index.ts';

/** Every AWS tool; a service is a folder. */
export const awsTools: readonly AwsTool[] = [...ec2Tools, ...cloudWatchTools, ...iamTools, ...s3Tools];
