import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const awsEksOldVersion = defineAttributeRule({
  id: 'aws-eks-old-version',
  title: 'Cluster with a version that is no longer supported',
  concern: 'maintenance',
  severity: 'medium',
  fix: 'Upgrade to a version in standard support.',
  references: ['https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html'],
  checks: [
    {
      type: 'aws_eks_cluster',
      attribute: 'version',
      expect: notMatching(/^1\.(?:1?\d|2[0-9])$/, '1.33', '1.21'),
    },
    {
      type: 'AWS::EKS::Cluster',
      attribute: 'Version',
      expect: notMatching(/^1\.(?:1?\d|2[0-9])$/, '1.33', '1.21'),
    },
  ],
});
