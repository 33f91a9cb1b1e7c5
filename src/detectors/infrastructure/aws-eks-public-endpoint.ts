import { defineAttributeRule } from './define-attribute-rule.ts';
import { isFalse } from './model/expectation.ts';

export const awsEksPublicEndpoint = defineAttributeRule({
  id: 'aws-eks-public-endpoint',
  title: 'EKS control plane with a public endpoint',
  concern: 'public-exposure',
  severity: 'medium',
  fix: 'Set `endpoint_public_access` to false or limit `public_access_cidrs`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
  ],
  checks: [
    { type: 'aws_eks_cluster', attribute: 'vpc_config.endpoint_public_access', expect: isFalse },
    { type: 'AWS::EKS::Cluster', attribute: 'ResourcesVpcConfig.EndpointPublicAccess', expect: isFalse },
  ],
});
