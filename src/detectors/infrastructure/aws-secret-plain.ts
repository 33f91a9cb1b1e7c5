import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, oneOf } from './model/expectation.ts';

export const awsSecretPlain = defineAttributeRule({
  id: 'aws-secret-plain',
  title: 'Secret written into the configuration',
  concern: 'plain-secret',
  fix: 'Set the value outside of the configuration.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret_version',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html',
  ],
  checks: [
    {
      type: 'aws_secretsmanager_secret_version',
      attribute: 'secret_string',
      expect: isAbsent('example-password'),
    },
    { type: 'AWS::SecretsManager::Secret', attribute: 'SecretString', expect: isAbsent('example-password') },
    {
      type: 'aws_ssm_parameter',
      attribute: 'value',
      expect: isAbsent('example-password'),
      when: { type: oneOf(['SecureString'], 'String') },
    },
  ],
});
