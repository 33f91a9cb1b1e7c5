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
  ],
});
