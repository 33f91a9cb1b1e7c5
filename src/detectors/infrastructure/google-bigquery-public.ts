import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const googleBigqueryPublic = defineAttributeRule({
  id: 'google-bigquery-public',
  title: 'BigQuery dataset open to everybody',
  concern: 'public-exposure',
  fix: 'Name groups or accounts.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset_iam_member',
  ],
  checks: [
    {
      type: 'google_bigquery_dataset',
      attribute: 'access.special_group',
      expect: noneOf(['allAuthenticatedUsers', 'allUsers'], 'projectReaders'),
    },
    {
      type: 'google_bigquery_dataset',
      attribute: 'access.iam_member',
      expect: noneOf(['allAuthenticatedUsers', 'allUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_bigquery_dataset_iam_member',
      attribute: 'member',
      expect: noneOf(['allAuthenticatedUsers', 'allUsers'], 'user:a@example.com'),
    },
    {
      type: 'google_bigquery_dataset_iam_binding',
      attribute: 'members',
      expect: noneOf(['allAuthenticatedUsers', 'allUsers'], ['user:a@example.com']),
    },
    {
      type: 'google_bigquery_dataset_access',
      attribute: 'special_group',
      expect: noneOf(['allAuthenticatedUsers', 'allUsers'], 'projectReaders'),
    },
  ],
});
