import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const githubWebhookInsecure = defineAttributeRule({
  id: 'github-webhook-insecure',
  title: 'Webhook that does not verify TLS',
  concern: 'encryption-in-transit',
  fix: 'Set `insecure_ssl` to false.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_webhook',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/organization_webhook',
  ],
  checks: [
    { type: 'github_repository_webhook', attribute: 'configuration.insecure_ssl', expect: notTrue },
    { type: 'github_organization_webhook', attribute: 'configuration.insecure_ssl', expect: notTrue },
  ],
});
