import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = ['DisableKey', 'ScheduleKeyDeletion'];

/** Disabled and deleted keys. */
export const keyDeletions = monitoringControl({
  id: '4.7',
  v7: '5.7',
  severity: 'high',
  what: 'KMS keys that are disabled or deleted',
  events: eventsOf('kms.amazonaws.com', names),
  pattern: patternOf(names, '$.eventSource = kms.amazonaws.com'),
});
