import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googleDataCustomerKey = defineAttributeRule({
  id: 'google-data-customer-key',
  title: 'Data without a key of the customer',
  concern: 'customer-key',
  severity: 'info',
  fix: 'Name a Cloud KMS key.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/spanner_database',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_cluster',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/artifact_registry_repository',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigtable_instance',
  ],
  checks: [
    { type: 'google_spanner_database', attribute: 'encryption_config.kms_key_name', expect: isPresent() },
    {
      type: 'google_dataproc_cluster',
      attribute: 'cluster_config.encryption_config.kms_key_name',
      expect: isPresent(),
    },
    { type: 'google_artifact_registry_repository', attribute: 'kms_key_name', expect: isPresent() },
    { type: 'google_bigtable_instance', attribute: 'cluster.kms_key_name', expect: isPresent() },
    {
      type: 'google_secret_manager_secret',
      attribute: 'replication.auto.customer_managed_encryption.kms_key_name',
      expect: isPresent(),
    },
    { type: 'google_filestore_instance', attribute: 'kms_key_name', expect: isPresent() },
    { type: 'google_vertex_ai_dataset', attribute: 'encryption_spec.kms_key_name', expect: isPresent() },
    { type: 'google_dataflow_job', attribute: 'kms_key_name', expect: isPresent() },
    {
      type: 'google_sql_database_instance',
      attribute: 'encryption_key_name',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
    {
      type: 'google_bigquery_table',
      attribute: 'encryption_configuration.kms_key_name',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
    {
      type: 'google_redis_instance',
      attribute: 'customer_managed_key',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
    {
      type: 'google_vertex_ai_endpoint',
      attribute: 'encryption_spec.kms_key_name',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
    {
      type: 'google_vertex_ai_tensorboard',
      attribute: 'encryption_spec.kms_key_name',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
    {
      type: 'google_vertex_ai_featurestore',
      attribute: 'encryption_spec.kms_key_name',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
    {
      type: 'google_document_ai_processor',
      attribute: 'kms_key_name',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
    {
      type: 'google_alloydb_cluster',
      attribute: 'encryption_config.kms_key_name',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
    {
      type: 'google_apigee_instance',
      attribute: 'disk_encryption_key_name',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
    {
      type: 'google_eventarc_channel',
      attribute: 'crypto_key_name',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
    {
      type: 'google_workflows_workflow',
      attribute: 'crypto_key_name',
      expect: isPresent('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
    },
  ],
});
