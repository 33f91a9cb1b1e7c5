import { changingRules } from '../../aws-calls/ec2/changing-rules.ts';

export const authorizeEgress = changingRules({
  name: 'ec2_authorize_egress',
  description: 'Lets what a security group guards reach more.',
  way: 'egress',
  effect: 'adds',
  undo: 'ec2_revoke_egress',
  action: 'ec2:AuthorizeSecurityGroupEgress',
  send: ({ sdk, client }, request, abortSignal) =>
    client.send(new sdk.AuthorizeSecurityGroupEgressCommand(request), { abortSignal }),
});
