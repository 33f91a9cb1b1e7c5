import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = [
  'CreateNetworkAcl',
  'CreateNetworkAclEntry',
  'DeleteNetworkAcl',
  'DeleteNetworkAclEntry',
  'ReplaceNetworkAclEntry',
  'ReplaceNetworkAclAssociation',
];

/** Changes of network ACLs. */
export const networkAclChanges = monitoringControl({
  id: '4.11',
  v7: '5.11',
  severity: 'medium',
  what: 'changes of network ACLs',
  events: eventsOf('ec2.amazonaws.com', names),
  pattern: patternOf(names),
});
