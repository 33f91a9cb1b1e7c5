import { defineAttributeRule } from './define-attribute-rule.ts';
import { setNoneOf } from './model/expectation.ts';

export const googleGkeReleaseChannel = defineAttributeRule({
  id: 'google-gke-release-channel',
  title: 'Cluster outside a release channel',
  concern: 'maintenance',
  fix: 'Set `release_channel`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster',
  ],
  checks: [
    {
      type: 'google_container_cluster',
      attribute: 'release_channel.channel',
      expect: setNoneOf(['UNSPECIFIED'], 'REGULAR'),
    },
  ],
});
