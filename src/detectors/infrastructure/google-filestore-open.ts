import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notWorld } from './model/expectation.ts';

export const googleFilestoreOpen = defineAttributeRule({
  id: 'google-filestore-open',
  title: 'File share that the whole internet may mount',
  concern: 'open-network',
  fix: 'Name the ranges.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/filestore_instance',
  ],
  checks: [
    {
      type: 'google_filestore_instance',
      attribute: 'file_shares.nfs_export_options.ip_ranges',
      expect: notWorld,
    },
    {
      type: 'google_filestore_instance',
      attribute: 'file_shares.nfs_export_options.squash_mode',
      expect: noneOf(['NO_ROOT_SQUASH'], 'ROOT_SQUASH'),
    },
  ],
});
