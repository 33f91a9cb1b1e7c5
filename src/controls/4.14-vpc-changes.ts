import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = [
  'CreateVpc',
  'DeleteVpc',
  'ModifyVpcAttribute',
  'AcceptVpcPeeringConnection',
  'CreateVpcPeeringConnection',
  'DeleteVpcPeeringConnection',
  'RejectVpcPeeringConnection',
  'AttachClassicLinkVpc',
  'DetachClassicLinkVpc',
  'DisableVpcClassicLink',
  'EnableVpcClassicLink',
];

/** Changes of VPCs. */
export const vpcChanges = monitoringControl({
  id: '4.14',
  v7: '5.14',
  severity: 'medium',
  what: 'changes of VPCs',
  events: eventsOf('ec2.amazonaws.com', names),
  pattern: patternOf(names),
});
