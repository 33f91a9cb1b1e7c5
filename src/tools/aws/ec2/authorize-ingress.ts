import { changingRules } from '../../aws-calls/ec2/changing-rules.ts';

export const authorizeIngress = changingRules({
  name: 'ec2_authorize_ingress',
  description:
    'Lets more into what a security group guards. SSH, RDP or everything is never opened to the whole internet, with or without an approval.',
  way: 'ingress',
  effect: 'adds',
  undo: 'ec2_revoke_ingress',
  action: 'ec2:AuthorizeSecurityGroupIngress',
  send: ({ sdk, client }, request, abortSignal) =>
    client.send(new sdk.AuthorizeSecurityGroupIngressCommand(request), { abortSignal }),
});
