import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleDeletionProtection = defineAttributeRule({
  id: 'google-deletion-protection',
  title: 'Data that one apply deletes',
  concern: 'availability',
  severity: 'info',
  fix: 'Leave deletion protection on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/spanner_database',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_table',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigtable_instance',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    { type: 'google_spanner_database', attribute: 'deletion_protection', expect: notFalse },
    { type: 'google_bigquery_table', attribute: 'deletion_protection', expect: notFalse },
    { type: 'google_bigtable_instance', attribute: 'deletion_protection', expect: notFalse },
    { type: 'google_container_cluster', attribute: 'deletion_protection', expect: notFalse },
    { type: 'google_cloud_run_v2_service', attribute: 'deletion_protection', expect: notFalse },
    { type: 'google_redis_cluster', attribute: 'deletion_protection', expect: notFalse },
    { type: 'google_compute_instance', attribute: 'deletion_protection', expect: notFalse },
    { type: 'google_spanner_database', attribute: 'enable_drop_protection', expect: notFalse },
    { type: 'google_alloydb_cluster', attribute: 'deletion_protection', expect: notFalse },
    { type: 'google_redis_cluster', attribute: 'deletion_protection_enabled', expect: notFalse },
  ],
});
