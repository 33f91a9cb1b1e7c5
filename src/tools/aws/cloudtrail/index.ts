import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { listTrails } from './list-trails.ts';
import { lookupEvents } from './lookup-events.ts';

/** AWS CloudTrail, to be read only: nothing here can stop, change or delete a trail. */
export const cloudTrailTools: readonly AwsTool[] = [listTrails, lookupEvents];
