import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const googlePubsubKey = defineAttributeRule({
  id: 'google-pubsub-key',
  title: 'Topic without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_name`.',
  references: ['https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/pubsub_topic'],
  checks: [{ type: 'google_pubsub_topic', attribute: 'kms_key_name', expect: isPresent('example-key') }],
});
