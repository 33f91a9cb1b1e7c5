import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notFalse } from './model/expectation.ts';

export const googleRegistryImmutable = defineAttributeRule({
  id: 'google-registry-immutable',
  title: 'Registry whose tags can be moved, or whose images are not scanned',
  concern: 'integrity',
  severity: 'low',
  fix: 'Set `immutable_tags`; leave scanning on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/artifact_registry_repository',
  ],
  checks: [
    {
      type: 'google_artifact_registry_repository',
      attribute: 'docker_config.immutable_tags',
      expect: notFalse,
    },
    {
      type: 'google_artifact_registry_repository',
      attribute: 'vulnerability_scanning_config.enablement_config',
      expect: noneOf(['DISABLED'], 'INHERITED'),
    },
  ],
});
