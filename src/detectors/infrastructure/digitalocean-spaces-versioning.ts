import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const digitaloceanSpacesVersioning = defineAttributeRule({
  id: 'digitalocean-spaces-versioning',
  title: 'Space without versioning',
  concern: 'backup',
  fix: 'Enable `versioning`.',
  references: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket',
  ],
  checks: [{ type: 'digitalocean_spaces_bucket', attribute: 'versioning.enabled', expect: isTrue }],
});
