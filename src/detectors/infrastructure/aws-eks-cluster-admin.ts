import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, notMatching } from './model/expectation.ts';

export const awsEksClusterAdmin = defineAttributeRule({
  id: 'aws-eks-cluster-admin',
  title: 'Principal that administers the whole cluster',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Grant a policy with fewer rights, or a namespace.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_access_policy_association',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-accessentry.html',
  ],
  checks: [
    {
      type: 'aws_eks_access_policy_association',
      attribute: 'policy_arn',
      expect: notMatching(
        /\/amazoneksclusteradminpolicy$/,
        'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
        'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
      ),
      when: { 'access_scope.type': ifSetOneOf(['cluster'], 'namespace') },
    },
    {
      type: 'AWS::EKS::AccessEntry',
      attribute: 'AccessPolicies.PolicyArn',
      expect: notMatching(
        /\/amazoneksclusteradminpolicy$/,
        'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
        'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
      ),
    },
  ],
});
