import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast, ifSetAtMost, notFalse } from './model/expectation.ts';

export const alicloudPasswordPolicy = defineAttributeRule({
  id: 'alicloud-password-policy',
  title: 'Weak password policy of Alibaba',
  concern: 'password-policy',
  fix: 'Ask for at least 14 characters of several kinds.',
  references: [
    'https://registry.terraform.io/providers/aliyun/alicloud/latest/docs/resources/ram_account_password_policy',
  ],
  checks: [
    {
      type: 'alicloud_ram_account_password_policy',
      attribute: 'minimum_password_length',
      expect: atLeast(14),
    },
    {
      type: 'alicloud_ram_account_password_policy',
      attribute: 'require_lowercase_characters',
      expect: notFalse,
    },
    {
      type: 'alicloud_ram_account_password_policy',
      attribute: 'require_uppercase_characters',
      expect: notFalse,
    },
    { type: 'alicloud_ram_account_password_policy', attribute: 'require_numbers', expect: notFalse },
    { type: 'alicloud_ram_account_password_policy', attribute: 'require_symbols', expect: notFalse },
    { type: 'alicloud_ram_account_password_policy', attribute: 'max_password_age', expect: ifSetAtMost(90) },
  ],
});
