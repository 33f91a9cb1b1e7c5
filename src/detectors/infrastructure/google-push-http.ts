import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const googlePushHttp = defineAttributeRule({
  id: 'google-push-http',
  title: 'Subscription that pushes without TLS',
  concern: 'encryption-in-transit',
  fix: 'Push to an https address.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/pubsub_subscription',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_scheduler_job',
  ],
  checks: [
    {
      type: 'google_pubsub_subscription',
      attribute: 'push_config.push_endpoint',
      expect: notMatching(/^http:/, 'https://example.com/push', 'http://example.com/push'),
    },
    {
      type: 'google_cloud_scheduler_job',
      attribute: 'http_target.uri',
      expect: notMatching(/^http:/, 'https://example.com/run', 'http://example.com/run'),
    },
  ],
});
