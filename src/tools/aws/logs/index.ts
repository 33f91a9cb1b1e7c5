import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { filterLogEvents } from './filter-events.ts';
import { listLogGroups } from './list-groups.ts';
import { queryLogs } from './query.ts';
import { setRetention } from './set-retention.ts';

/** Amazon CloudWatch Logs. */
export const logsTools: readonly AwsTool[] = [listLogGroups, filterLogEvents, queryLogs, setRetention];
