import { eventsOf, monitoringControl, patternOf } from './monitoring-control.ts';

const names = [
  'AcceptHandshake',
  'AttachPolicy',
  'CreateAccount',
  'CreateOrganizationalUnit',
  'CreatePolicy',
  'DeclineHandshake',
  'DeleteOrganization',
  'DeleteOrganizationalUnit',
  'DeletePolicy',
  'DetachPolicy',
  'DisablePolicyType',
  'EnablePolicyType',
  'InviteAccountToOrganization',
  'LeaveOrganization',
  'MoveAccount',
  'RemoveAccountFromOrganization',
  'UpdatePolicy',
  'UpdateOrganizationalUnit',
];

/** Changes of the organisation. */
export const organizationChanges = monitoringControl({
  id: '4.15',
  v7: '5.15',
  severity: 'medium',
  what: 'changes of the organisation',
  events: eventsOf('organizations.amazonaws.com', names),
  pattern: patternOf(names, '$.eventSource = organizations.amazonaws.com'),
});
