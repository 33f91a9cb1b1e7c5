import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const awsProviderCredentials = defineAttributeRule({
  id: 'aws-provider-credentials',
  title: 'Credentials in a provider block',
  concern: 'plain-secret',
  fix: 'Take credentials from the environment or a role.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs',
  ],
  checks: [
    { type: 'provider.aws', attribute: 'secret_key', expect: isAbsent('example-key') },
    { type: 'provider.azurerm', attribute: 'client_secret', expect: isAbsent('example-key') },
    { type: 'provider.google', attribute: 'credentials', expect: isAbsent('{ }') },
    { type: 'provider.digitalocean', attribute: 'token', expect: isAbsent('example-key') },
    { type: 'provider.github', attribute: 'token', expect: isAbsent('example-key') },
    { type: 'provider.aws', attribute: 'access_key', expect: isAbsent('example-key') },
  ],
});
