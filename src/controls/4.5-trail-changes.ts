import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = ['CreateTrail', 'UpdateTrail', 'DeleteTrail', 'StartLogging', 'StopLogging'];

/** Changes of CloudTrail. */
export const trailChanges = monitoringControl({
  id: '4.5',
  v7: '5.5',
  severity: 'high',
  what: 'changes of CloudTrail',
  events: eventsOf('cloudtrail.amazonaws.com', names),
  pattern: patternOf(names),
});
