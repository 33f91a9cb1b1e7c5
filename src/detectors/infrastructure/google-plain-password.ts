import { defineAttributeRule } from './define-attribute-rule.ts';
import { isAbsent } from './model/expectation.ts';

export const googlePlainPassword = defineAttributeRule({
  id: 'google-plain-password',
  title: 'Password in the configuration',
  concern: 'plain-secret',
  fix: 'Take it from a secret, a variable or a generated value.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_user',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_vpn_tunnel',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    { type: 'google_sql_user', attribute: 'password', expect: isAbsent('s3cure-Value') },
    { type: 'google_sql_database_instance', attribute: 'root_password', expect: isAbsent('s3cure-Value') },
    { type: 'google_compute_vpn_tunnel', attribute: 'shared_secret', expect: isAbsent('s3cure-Value') },
    { type: 'google_container_cluster', attribute: 'master_auth.password', expect: isAbsent('s3cure-Value') },
    {
      type: 'google_secret_manager_secret_version',
      attribute: 'secret_data',
      expect: isAbsent('s3cure-Value'),
    },
    { type: 'google_alloydb_cluster', attribute: 'initial_user.password', expect: isAbsent('s3cure-Value') },
    { type: 'google_alloydb_user', attribute: 'password', expect: isAbsent('s3cure-Value') },
    {
      type: 'google_active_directory_domain_trust',
      attribute: 'trust_handshake_secret',
      expect: isAbsent('s3cure-Value'),
    },
    {
      type: 'google_datastream_connection_profile',
      attribute: 'postgresql_profile.password',
      expect: isAbsent('s3cure-Value'),
    },
  ],
});
