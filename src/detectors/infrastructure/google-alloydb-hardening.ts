import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse } from './model/expectation.ts';

export const googleAlloydbHardening = defineAttributeRule({
  id: 'google-alloydb-hardening',
  title: 'AlloyDB without TLS, connectors or backups',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Require encryption and connectors; keep automated backups.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/alloydb_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/alloydb_cluster',
  ],
  checks: [
    {
      type: 'google_alloydb_instance',
      attribute: 'client_connection_config.ssl_config.ssl_mode',
      expect: noneOf(['ALLOW_UNENCRYPTED_AND_ENCRYPTED'], 'ENCRYPTED_ONLY'),
    },
    {
      type: 'google_alloydb_instance',
      attribute: 'client_connection_config.require_connectors',
      expect: notFalse,
    },
    { type: 'google_alloydb_cluster', attribute: 'automated_backup_policy.enabled', expect: notFalse },
  ],
});
