import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { listInstances } from './list-instances.ts';
import { stopInstances } from './stop-instances.ts';

/** Amazon EC2: instances, security groups, key pairs, images and snapshots. */
export const ec2Tools: readonly AwsTool[] = [listInstances, stopInstances];
