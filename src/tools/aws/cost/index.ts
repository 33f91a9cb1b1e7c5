import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { costByService } from './by-service.ts';
import { costByTag } from './by-tag.ts';
import { explainRise } from './explain-rise.ts';
import { costOverTime } from './over-time.ts';

/** AWS Cost Explorer. */
export const costTools: readonly AwsTool[] = [costByService, costByTag, costOverTime, explainRise];
