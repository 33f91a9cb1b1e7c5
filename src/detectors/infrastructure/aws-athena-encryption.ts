import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsAthenaEncryption = defineAttributeRule({
  id: 'aws-athena-encryption',
  title: 'Athena results without encryption',
  concern: 'encryption-at-rest',
  fix: 'Add an `encryption_configuration`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_workgroup',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/athena_database',
  ],
  checks: [
    {
      type: 'aws_athena_workgroup',
      attribute: 'configuration.result_configuration.encryption_configuration.encryption_option',
      expect: isPresent('SSE_KMS'),
    },
    {
      type: 'aws_athena_database',
      attribute: 'encryption_configuration.encryption_option',
      expect: isPresent('SSE_KMS'),
    },
    {
      type: 'AWS::Athena::WorkGroup',
      attribute: 'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.EncryptionOption',
      expect: isPresent('SSE_KMS'),
    },
  ],
});
