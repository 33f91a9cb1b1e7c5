import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const digitaloceanSpacesForceDestroy = defineAttributeRule({
  id: 'digitalocean-spaces-force-destroy',
  title: 'Space that is deleted with its content',
  concern: 'backup',
  fix: 'Set `force_destroy` to false.',
  references: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket',
  ],
  checks: [{ type: 'digitalocean_spaces_bucket', attribute: 'force_destroy', expect: notTrue }],
});
