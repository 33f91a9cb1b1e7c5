import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue, oneOf } from './model/expectation.ts';

export const googleSqlTls = defineAttributeRule({
  id: 'google-sql-tls',
  title: 'SQL instance without required TLS',
  concern: 'encryption-in-transit',
  fix: 'Set `ssl_mode` to ENCRYPTED_ONLY or TRUSTED_CLIENT_CERTIFICATE_REQUIRED.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  checks: [
    {
      type: 'google_sql_database_instance',
      attribute: 'settings.ip_configuration.ssl_mode',
      expect: oneOf(
        ['ENCRYPTED_ONLY', 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED'],
        'ALLOW_UNENCRYPTED_AND_ENCRYPTED',
      ),
      when: { 'settings.ip_configuration.require_ssl': notTrue },
    },
  ],
});
