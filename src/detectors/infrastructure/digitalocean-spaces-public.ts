import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const digitaloceanSpacesPublic = defineAttributeRule({
  id: 'digitalocean-spaces-public',
  title: 'Space with a public ACL',
  concern: 'public-exposure',
  fix: 'Set `acl` to private.',
  references: [
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/spaces_bucket_object',
  ],
  checks: [
    { type: 'digitalocean_spaces_bucket', attribute: 'acl', expect: noneOf(['public-read'], 'private') },
    {
      type: 'digitalocean_spaces_bucket_object',
      attribute: 'acl',
      expect: noneOf(['public-read'], 'private'),
    },
  ],
});
