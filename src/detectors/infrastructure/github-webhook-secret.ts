import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const githubWebhookSecret = defineAttributeRule({
  id: 'github-webhook-secret',
  title: 'Webhook whose receiver cannot tell who sent it',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set a secret.',
  references: [
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_webhook',
    'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/organization_webhook',
  ],
  checks: [
    {
      type: 'github_repository_webhook',
      attribute: 'configuration.secret',
      expect: isPresent('${var.secret}'),
    },
    {
      type: 'github_organization_webhook',
      attribute: 'configuration.secret',
      expect: isPresent('${var.secret}'),
    },
  ],
});
