import { cloudTrailEvent, monitoringControl } from './monitoring-control.ts';

/** Calls that were denied. */
export const unauthorisedCalls = monitoringControl({
  id: '4.1',
  v7: '5.1',
  severity: 'low',
  what: 'API calls that are denied',
  events: ['Client.UnauthorizedOperation', 'AccessDenied', 'AccessDeniedException'].map(errorCode =>
    cloudTrailEvent({ eventSource: 'ec2.amazonaws.com', eventName: 'DescribeInstances', errorCode }),
  ),
  pattern: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
});
