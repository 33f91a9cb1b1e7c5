import { cloudTrailEvent, monitoringControl } from './monitoring-control.ts';

/** Failed sign-ins. */
export const failedSignIns = monitoringControl({
  id: '4.6',
  v7: '5.6',
  severity: 'low',
  what: 'sign-ins that fail',
  events: [
    cloudTrailEvent({
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      eventType: 'AwsConsoleSignIn',
      errorMessage: 'Failed authentication',
      responseElements: { ConsoleLogin: 'Failure' },
    }),
  ],
  pattern: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
});
