import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googlePublicBinding = defineAttributeRule({
  id: 'google-public-binding',
  title: 'Service open to everybody',
  concern: 'public-exposure',
  fix: 'Name the members.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/project_iam_member',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/folder_iam_member',
  ],
  checks: [
    {
      type: 'google_project_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_folder_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_organization_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_cloud_run_service_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_cloud_run_v2_service_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_cloudfunctions_function_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_cloudfunctions2_function_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_pubsub_topic_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_pubsub_subscription_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_kms_key_ring_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_kms_crypto_key_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_secret_manager_secret_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_artifact_registry_repository_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_compute_instance_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_dataproc_cluster_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_project_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_folder_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_organization_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_cloud_run_service_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_cloud_run_v2_service_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_cloudfunctions_function_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_cloudfunctions2_function_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_pubsub_topic_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_pubsub_subscription_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_kms_key_ring_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_kms_crypto_key_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_secret_manager_secret_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_artifact_registry_repository_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_compute_image_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_compute_subnetwork_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_cloud_tasks_queue_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_endpoints_service_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_healthcare_dataset_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_healthcare_fhir_store_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_healthcare_dicom_store_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_healthcare_hl7_v2_store_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_healthcare_consent_store_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_bigtable_instance_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_bigtable_table_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_spanner_instance_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_spanner_database_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_data_catalog_entry_group_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_sourcerepo_repository_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_notebooks_instance_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_compute_disk_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_compute_snapshot_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_dns_managed_zone_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_service_account_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_pubsub_schema_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_iap_web_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_cloud_run_v2_job_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_privateca_ca_pool_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_storage_managed_folder_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_dataproc_job_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_dataproc_autoscaling_policy_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_gke_hub_membership_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_runtimeconfig_config_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_secret_manager_regional_secret_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_workstations_workstation_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_apigee_environment_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_billing_account_iam_member',
      attribute: 'member',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_compute_image_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_compute_subnetwork_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_cloud_tasks_queue_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_endpoints_service_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_healthcare_dataset_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_healthcare_fhir_store_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_healthcare_dicom_store_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_healthcare_hl7_v2_store_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_healthcare_consent_store_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_bigtable_instance_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_bigtable_table_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_spanner_instance_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_spanner_database_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_data_catalog_entry_group_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_sourcerepo_repository_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_notebooks_instance_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_compute_disk_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_compute_snapshot_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_dns_managed_zone_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_service_account_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_pubsub_schema_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_iap_web_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_cloud_run_v2_job_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_privateca_ca_pool_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_storage_managed_folder_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_dataproc_job_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_dataproc_autoscaling_policy_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_gke_hub_membership_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_runtimeconfig_config_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_secret_manager_regional_secret_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_workstations_workstation_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_apigee_environment_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_billing_account_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_compute_instance_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_dataproc_cluster_iam_binding',
      attribute: 'members',
      expect: noneOf(['allUsers', 'allAuthenticatedUsers'], ['user:a@example.com']),
    },
  ],
});
