import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = [
  'CreateRoute',
  'CreateRouteTable',
  'ReplaceRoute',
  'ReplaceRouteTableAssociation',
  'DeleteRouteTable',
  'DeleteRoute',
  'DisassociateRouteTable',
];

/** Changes of routes. */
export const routeChanges = monitoringControl({
  id: '4.13',
  v7: '5.13',
  severity: 'medium',
  what: 'changes of route tables',
  events: eventsOf('ec2.amazonaws.com', names),
  pattern: patternOf(names, '$.eventSource = ec2.amazonaws.com'),
});
