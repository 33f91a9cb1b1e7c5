import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, isPresent } from './model/expectation.ts';

export const awsEksSecretsEncryption = defineAttributeRule({
  id: 'aws-eks-secrets-encryption',
  title: 'EKS cluster whose secrets are not encrypted',
  concern: 'encryption-at-rest',
  fix: 'Add an `encryption_config` for secrets with a key.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
  ],
  checks: [
    {
      type: 'aws_eks_cluster',
      attribute: 'encryption_config.resources',
      expect: contains(/^secrets$/, ['secrets'], []),
    },
    {
      type: 'aws_eks_cluster',
      attribute: 'encryption_config.provider.key_arn',
      expect: isPresent('alias/data'),
    },
    {
      type: 'AWS::EKS::Cluster',
      attribute: 'EncryptionConfig.Resources',
      expect: contains(/^secrets$/, ['secrets'], []),
    },
    {
      type: 'AWS::EKS::Cluster',
      attribute: 'EncryptionConfig.Provider.KeyArn',
      expect: isPresent('alias/data'),
    },
  ],
});
