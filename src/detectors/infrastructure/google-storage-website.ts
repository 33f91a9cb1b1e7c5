import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset } from './model/expectation.ts';

export const googleStorageWebsite = defineAttributeRule({
  id: 'google-storage-website',
  title: 'Bucket that serves a website',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Put a load balancer in front, unless all of it is public.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/storage_bucket',
  ],
  checks: [{ type: 'google_storage_bucket', attribute: 'website', expect: isUnset() }],
});
