import { z } from 'zod';
import { securityGroupId } from '../../aws-calls/ec2/parameters.ts';
import { revokingRules } from '../../aws-calls/ec2/revoking-rules.ts';
import { region } from '../../aws-calls/parameters.ts';

export const emptyDefaultGroup = revokingRules({
  name: 'ec2_empty_default_group',
  description:
    'Takes every rule from a VPC’s default security group. What still uses the group loses its network.',
  parameters: z.object({ region, securityGroupId }),
  example: { securityGroupId: 'sg-0123456789abcdef0' },
  groupOf: input => input.securityGroupId,
  choose(input, { name, ingress, egress }) {
    if (name !== 'default') return `${input.securityGroupId} is not a default group; it is called "${name}".`;
    if (ingress.length + egress.length === 0) return `${input.securityGroupId} has no rules already.`;
    return { ingress, egress };
  },
});
