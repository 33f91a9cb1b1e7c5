import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, oneOf } from './model/expectation.ts';

export const awsEcrCustomerKey = defineAttributeRule({
  id: 'aws-ecr-customer-key',
  title: 'Container registry without a customer key',
  concern: 'customer-key',
  fix: 'Set `encryption_type` to KMS and a key.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html',
  ],
  checks: [
    {
      type: 'aws_ecr_repository',
      attribute: 'encryption_configuration.encryption_type',
      expect: oneOf(['KMS', 'KMS_DSSE'], 'AES256'),
    },
    {
      type: 'aws_ecr_repository',
      attribute: 'encryption_configuration.kms_key',
      expect: isPresent('alias/data'),
    },
    {
      type: 'AWS::ECR::Repository',
      attribute: 'EncryptionConfiguration.EncryptionType',
      expect: oneOf(['KMS', 'KMS_DSSE'], 'AES256'),
    },
    {
      type: 'AWS::ECR::Repository',
      attribute: 'EncryptionConfiguration.KmsKey',
      expect: isPresent('alias/data'),
    },
  ],
});
