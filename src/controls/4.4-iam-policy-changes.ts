import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = [
  'DeleteGroupPolicy',
  'DeleteRolePolicy',
  'DeleteUserPolicy',
  'PutGroupPolicy',
  'PutRolePolicy',
  'PutUserPolicy',
  'CreatePolicy',
  'DeletePolicy',
  'CreatePolicyVersion',
  'DeletePolicyVersion',
  'AttachRolePolicy',
  'DetachRolePolicy',
  'AttachUserPolicy',
  'DetachUserPolicy',
  'AttachGroupPolicy',
  'DetachGroupPolicy',
];

/** Changes of IAM policies. */
export const iamPolicyChanges = monitoringControl({
  id: '4.4',
  v7: '5.4',
  severity: 'medium',
  what: 'changes of IAM policies',
  events: eventsOf('iam.amazonaws.com', names),
  pattern: patternOf(names, '$.eventSource = iam.amazonaws.com'),
});
