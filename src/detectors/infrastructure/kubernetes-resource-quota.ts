import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isUnset } from './model/expectation.ts';

export const kubernetesResourceQuota = defineAttributeRule({
  id: 'kubernetes-resource-quota',
  title: 'Quota that leaves processor or memory open',
  concern: 'availability',
  fix: 'Set requests and limits for both.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/ResourceQuota',
      attribute: 'spec.hard.requests\\.cpu',
      expect: isPresent('2'),
      when: { 'spec.scopeSelector': isUnset(), 'spec.scopes': isUnset() },
    },
    {
      type: 'kubernetes/ResourceQuota',
      attribute: 'spec.hard.requests\\.memory',
      expect: isPresent('2Gi'),
      when: { 'spec.scopeSelector': isUnset(), 'spec.scopes': isUnset() },
    },
    {
      type: 'kubernetes/ResourceQuota',
      attribute: 'spec.hard.limits\\.cpu',
      expect: isPresent('2'),
      when: { 'spec.scopeSelector': isUnset(), 'spec.scopes': isUnset() },
    },
    {
      type: 'kubernetes/ResourceQuota',
      attribute: 'spec.hard.limits\\.memory',
      expect: isPresent('2Gi'),
      when: { 'spec.scopeSelector': isUnset(), 'spec.scopes': isUnset() },
    },
  ],
});
