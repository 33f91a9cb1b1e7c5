import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

/** Resources of the provider whose members are granted by `google_…_iam_member` and `google_…_iam_binding`. */
const granted = [
  'project',
  'folder',
  'organization',
  'cloud_run_service',
  'cloud_run_v2_service',
  'cloudfunctions_function',
  'cloudfunctions2_function',
  'pubsub_topic',
  'pubsub_subscription',
  'kms_key_ring',
  'kms_crypto_key',
  'secret_manager_secret',
  'artifact_registry_repository',
  'compute_instance',
  'dataproc_cluster',
  'compute_image',
  'compute_subnetwork',
  'cloud_tasks_queue',
  'endpoints_service',
  'healthcare_dataset',
  'healthcare_fhir_store',
  'healthcare_dicom_store',
  'healthcare_hl7_v2_store',
  'healthcare_consent_store',
  'bigtable_instance',
  'bigtable_table',
  'spanner_instance',
  'spanner_database',
  'data_catalog_entry_group',
  'sourcerepo_repository',
  'notebooks_instance',
  'compute_disk',
  'compute_snapshot',
  'dns_managed_zone',
  'service_account',
  'pubsub_schema',
  'iap_web',
  'cloud_run_v2_job',
  'privateca_ca_pool',
  'storage_managed_folder',
  'dataproc_job',
  'dataproc_autoscaling_policy',
  'gke_hub_membership',
  'runtimeconfig_config',
  'secret_manager_regional_secret',
  'workstations_workstation',
  'apigee_environment',
  'billing_account',
] as const;

const everybody = ['allUsers', 'allAuthenticatedUsers'] as const;

export const googlePublicBinding = defineAttributeRule({
  id: 'google-public-binding',
  title: 'Service open to everybody',
  concern: 'public-exposure',
  fix: 'Name the members.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_member',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_member',
  ],
  checks: granted.flatMap(resource => [
    {
      type: `google_${resource}_iam_member`,
      attribute: 'member',
      expect: noneOf(everybody, 'user:a@example.com'),
    },
    {
      type: `google_${resource}_iam_binding`,
      attribute: 'members',
      expect: noneOf(everybody, ['user:a@example.com']),
    },
  ]),
});
