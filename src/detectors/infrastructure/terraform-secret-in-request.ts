import { defineAttributeRule } from './define-attribute-rule.ts';
import { noTextOf } from './model/expectation.ts';

export const terraformSecretInRequest = defineAttributeRule({
  id: 'terraform-secret-in-request',
  title: 'Request that carries a secret away',
  concern: 'plain-secret',
  fix: 'Do not put values of a secret store into addresses.',
  references: ['https://registry.terraform.io/providers/hashicorp/http/latest/docs/data-sources/http'],
  checks: [
    {
      type: 'data.http',
      attribute: 'url',
      expect: noTextOf(
        /(?:aws_ssm_parameter|aws_secretsmanager_secret_version|random_password|vault_generic_secret|azurerm_key_vault_secret|google_secret_manager_secret_version)\./,
        'https://example.com/',
        'https://example.com/?p=${aws_ssm_parameter.password.value}',
      ),
    },
  ],
});
