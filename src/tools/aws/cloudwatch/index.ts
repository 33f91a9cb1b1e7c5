import type { AwsTool } from '../../aws-calls/define-aws-tool.ts';
import { alarmHistory } from './alarm-history.ts';
import { createAlarm } from './create-alarm.ts';
import { deleteAlarms } from './delete-alarms.ts';
import { getMetrics } from './get-metrics.ts';
import { listAlarms } from './list-alarms.ts';
import { listMetrics } from './list-metrics.ts';

/** Amazon CloudWatch: metrics and alarms. */
export const cloudWatchTools: readonly AwsTool[] = [
  listMetrics,
  getMetrics,
  listAlarms,
  alarmHistory,
  createAlarm,
  deleteAlarms,
];
