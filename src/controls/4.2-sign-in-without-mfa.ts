import { cloudTrailEvent, monitoringControl } from './monitoring-control.ts';

/** Sign-in without a second factor. */
export const signInWithoutMfa = monitoringControl({
  id: '4.2',
  v7: '5.2',
  severity: 'medium',
  what: 'users that sign in without a second factor',
  events: [
    cloudTrailEvent({
      eventSource: 'signin.amazonaws.com',
      eventName: 'ConsoleLogin',
      eventType: 'AwsConsoleSignIn',
      additionalEventData: { MFAUsed: 'No' },
      responseElements: { ConsoleLogin: 'Success' },
    }),
  ],
  pattern:
    '{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }',
});
