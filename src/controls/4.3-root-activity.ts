import { cloudTrailEvent, monitoringControl } from './monitoring-control.ts';

/** Anything the root user does. */
export const rootActivity = monitoringControl({
  id: '4.3',
  v7: '5.3',
  severity: 'high',
  what: 'anything that the root user does',
  events: [
    cloudTrailEvent({
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateUser',
      userIdentity: { type: 'Root' },
    }),
  ],
  pattern:
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
});
