import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const kubernetesWebhookIgnored = defineAttributeRule({
  id: 'kubernetes-webhook-ignored',
  title: 'Admission webhook that lets everything pass when it is away',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `failurePolicy` to Fail.',
  references: ['https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/'],
  checks: [
    {
      type: 'kubernetes/ValidatingWebhookConfiguration',
      within: 'webhooks',
      attribute: 'failurePolicy',
      expect: noneOf(['Ignore'], 'Fail'),
    },
    {
      type: 'kubernetes/MutatingWebhookConfiguration',
      within: 'webhooks',
      attribute: 'failurePolicy',
      expect: noneOf(['Ignore'], 'Fail'),
    },
  ],
});
