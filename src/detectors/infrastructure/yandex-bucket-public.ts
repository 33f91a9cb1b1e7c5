import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const yandexBucketPublic = defineAttributeRule({
  id: 'yandex-bucket-public',
  title: 'Yandex bucket open to everybody',
  concern: 'public-exposure',
  fix: 'Set `acl` to private.',
  references: [
    'https://registry.terraform.io/providers/yandex-cloud/yandex/latest/docs/resources/storage_bucket',
  ],
  checks: [
    {
      type: 'yandex_storage_bucket',
      attribute: 'acl',
      expect: noneOf(['public-read', 'public-read-write'], 'private'),
    },
    { type: 'yandex_storage_bucket', attribute: 'anonymous_access_flags.read', expect: notTrue },
    { type: 'yandex_storage_bucket', attribute: 'anonymous_access_flags.list', expect: notTrue },
  ],
});
