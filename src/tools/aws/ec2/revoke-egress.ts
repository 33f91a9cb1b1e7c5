import { changingRules } from '../../aws-calls/ec2/changing-rules.ts';

export const revokeEgress = changingRules({
  name: 'ec2_revoke_egress',
  description: 'Takes rules from a security group that let something out; open connections may be cut off.',
  way: 'egress',
  effect: 'removes',
  undo: 'ec2_authorize_egress',
  action: 'ec2:RevokeSecurityGroupEgress',
  send: ({ sdk, client }, request, abortSignal) =>
    client.send(new sdk.RevokeSecurityGroupEgressCommand(request), { abortSignal }),
});
