import { passes, regionControl } from './control.ts';

/** The default security group of every VPC. */
export const defaultSecurityGroup = regionControl({
  id: '5.5',
  v7: '6.5',
  title: 'Every VPC’s default security group lets nothing in or out',
  section: 'Networking',
  severity: 'medium',
  why: 'Whatever is started without a group gets this one: it should get nothing with it.',
  remedy: {
    change: 'All rules of the default group go; what uses it moves to a group of its own first.',
    commands: [
      'aws ec2 describe-network-interfaces --region {region} --filters Name=group-id,Values={resource}  # must be empty',
      'aws ec2 describe-security-group-rules --region {region} --filters Name=group-id,Values={resource} --query "SecurityGroupRules[].[SecurityGroupRuleId,IsEgress]"',
      'aws ec2 revoke-security-group-ingress --region {region} --group-id {resource} --security-group-rule-ids <ids with IsEgress false>',
      'aws ec2 revoke-security-group-egress --region {region} --group-id {resource} --security-group-rule-ids <ids with IsEgress true>',
    ],
    terraform:
      'resource "aws_default_security_group" "this" {\n  vpc_id = "<vpc of {resource}>"\n  # no ingress, no egress\n}',
    risk: 'What still uses the group loses its network.',
    undo: 'Authorise the rules again: all traffic from the group itself in, all traffic out.',
    tool: { name: 'ec2_empty_default_group', input: { region: '{region}', securityGroupId: '{resource}' } },
  },
  reads: ['security-groups'],
  judge: values =>
    values['security-groups']
      .filter(({ name }) => name === 'default')
      .map(({ id, ingressRules, egressRules }) =>
        passes(id, ingressRules + egressRules === 0, {
          good: 'The group has no rules.',
          bad: `The group has ${ingressRules} rules for incoming and ${egressRules} for outgoing traffic.`,
        }),
      ),
});
