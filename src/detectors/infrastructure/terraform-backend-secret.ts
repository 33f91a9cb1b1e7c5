import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent, notMatching } from './model/expectation.ts';

export const terraformBackendSecret = defineAttributeRule({
  id: 'terraform-backend-secret',
  title: 'Credential in a backend',
  concern: 'plain-secret',
  fix: 'Give it through the environment or a partial configuration.',
  references: [
    'https://developer.hashicorp.com/terraform/language/backend/s3',
    'https://developer.hashicorp.com/terraform/language/backend/azurerm',
    'https://developer.hashicorp.com/terraform/language/backend/pg',
  ],
  checks: [
    { type: 'backend.s3', attribute: 'secret_key', expect: isAbsent('example-key') },
    { type: 'backend.s3', attribute: 'access_key', expect: isAbsent('example-key') },
    { type: 'backend.azurerm', attribute: 'access_key', expect: isAbsent('example-key') },
    { type: 'backend.azurerm', attribute: 'client_secret', expect: isAbsent('example-key') },
    { type: 'backend.azurerm', attribute: 'sas_token', expect: isAbsent('example-key') },
    {
      type: 'backend.pg',
      attribute: 'conn_str',
      expect: notMatching(
        /:\/\/[^:@/]+:[^@/]+@/,
        'postgres://db.example.com/state',
        'postgres://app:example@db.example.com/state',
      ),
    },
    { type: 'backend.http', attribute: 'password', expect: isAbsent('example-key') },
    { type: 'backend.remote', attribute: 'token', expect: isAbsent('example-key') },
  ],
});
