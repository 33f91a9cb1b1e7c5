import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = [
  'AuthorizeSecurityGroupIngress',
  'AuthorizeSecurityGroupEgress',
  'RevokeSecurityGroupIngress',
  'RevokeSecurityGroupEgress',
  'CreateSecurityGroup',
  'DeleteSecurityGroup',
];

/** Changes of security groups. */
export const securityGroupChanges = monitoringControl({
  id: '4.10',
  v7: '5.10',
  severity: 'medium',
  what: 'changes of security groups',
  events: eventsOf('ec2.amazonaws.com', names),
  pattern: patternOf(names),
});
