import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsSecretCustomerKey = defineAttributeRule({
  id: 'aws-secret-customer-key',
  title: 'Secret without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
  ],
  checks: [
    { type: 'aws_secretsmanager_secret', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'AWS::SecretsManager::Secret', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
