import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = [
  'StopConfigurationRecorder',
  'DeleteDeliveryChannel',
  'PutDeliveryChannel',
  'PutConfigurationRecorder',
];

/** Changes of AWS Config. */
export const configChanges = monitoringControl({
  id: '4.9',
  v7: '5.9',
  severity: 'medium',
  what: 'changes of AWS Config',
  events: eventsOf('config.amazonaws.com', names),
  pattern: patternOf(names, '$.eventSource = config.amazonaws.com'),
});
