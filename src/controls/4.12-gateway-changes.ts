import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = [
  'CreateCustomerGateway',
  'DeleteCustomerGateway',
  'AttachInternetGateway',
  'CreateInternetGateway',
  'DeleteInternetGateway',
  'DetachInternetGateway',
];

/** Changes of gateways. */
export const gatewayChanges = monitoringControl({
  id: '4.12',
  v7: '5.12',
  severity: 'medium',
  what: 'changes of gateways',
  events: eventsOf('ec2.amazonaws.com', names),
  pattern: patternOf(names),
});
