import { changingRules } from '../../aws-calls/ec2/changing-rules.ts';

export const revokeIngress = changingRules({
  name: 'ec2_revoke_ingress',
  description: 'Takes rules from a security group that let something in; open connections may be cut off.',
  way: 'ingress',
  effect: 'removes',
  undo: 'ec2_authorize_ingress',
  action: 'ec2:RevokeSecurityGroupIngress',
  send: ({ sdk, client }, request, abortSignal) =>
    client.send(new sdk.RevokeSecurityGroupIngressCommand(request), { abortSignal }),
});
