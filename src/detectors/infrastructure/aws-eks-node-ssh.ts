import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsEksNodeSsh = defineAttributeRule({
  id: 'aws-eks-node-ssh',
  title: 'Nodes that answer SSH from everywhere',
  concern: 'open-network',
  fix: 'Name the groups that may connect, or use Session Manager.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_node_group',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-nodegroup.html',
  ],
  checks: [
    {
      type: 'aws_eks_node_group',
      within: 'remote_access',
      attribute: 'source_security_group_ids',
      expect: isPresent(['sg-0123']),
      when: { ec2_ssh_key: isPresent('key') },
    },
    {
      type: 'AWS::EKS::Nodegroup',
      within: 'RemoteAccess',
      attribute: 'SourceSecurityGroups',
      expect: isPresent(['sg-0123']),
      when: { Ec2SshKey: isPresent('key') },
    },
  ],
});
