import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const cloudstackPlainSecret = defineAttributeRule({
  id: 'cloudstack-plain-secret',
  title: 'CloudStack user data with a secret',
  concern: 'plain-secret',
  fix: 'Fetch it at start-up.',
  references: [
    'https://registry.terraform.io/providers/cloudstack/cloudstack/latest/docs/resources/instance',
  ],
  checks: [
    {
      type: 'cloudstack_instance',
      attribute: 'user_data',
      expect: notMatching(/password|secret|token/, 'ready', 'export PASSWORD=example'),
    },
  ],
});
