import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse, notWorld } from './model/expectation.ts';

export const awsEksPublicCidr = defineAttributeRule({
  id: 'aws-eks-public-cidr',
  title: 'EKS control plane open to every network',
  concern: 'open-network',
  fix: 'Limit `public_access_cidrs` to your networks.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
  ],
  checks: [
    {
      type: 'aws_eks_cluster',
      attribute: 'vpc_config.public_access_cidrs',
      expect: { ...notWorld, required: true },
      when: { 'vpc_config.endpoint_public_access': notFalse },
    },
    {
      type: 'AWS::EKS::Cluster',
      attribute: 'ResourcesVpcConfig.PublicAccessCidrs',
      expect: { ...notWorld, required: true },
      when: { 'ResourcesVpcConfig.EndpointPublicAccess': notFalse },
    },
  ],
});
