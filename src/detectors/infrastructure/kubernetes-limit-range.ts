import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isPresent } from './model/expectation.ts';

export const kubernetesLimitRange = defineAttributeRule({
  id: 'kubernetes-limit-range',
  title: 'Limit range that leaves processor or memory open',
  concern: 'availability',
  fix: 'Set `default`, `defaultRequest`, `min` and `max` for both.',
  references: ['https://kubernetes.io/docs/concepts/security/security-checklist/'],
  checks: [
    {
      type: 'kubernetes/LimitRange',
      within: 'spec.limits',
      attribute: 'default.cpu',
      expect: isPresent('100m'),
      when: { type: ifSetOneOf(['Container'], 'Pod') },
    },
    {
      type: 'kubernetes/LimitRange',
      within: 'spec.limits',
      attribute: 'default.memory',
      expect: isPresent('128Mi'),
      when: { type: ifSetOneOf(['Container'], 'Pod') },
    },
    {
      type: 'kubernetes/LimitRange',
      within: 'spec.limits',
      attribute: 'defaultRequest.cpu',
      expect: isPresent('100m'),
      when: { type: ifSetOneOf(['Container'], 'Pod') },
    },
    {
      type: 'kubernetes/LimitRange',
      within: 'spec.limits',
      attribute: 'defaultRequest.memory',
      expect: isPresent('128Mi'),
      when: { type: ifSetOneOf(['Container'], 'Pod') },
    },
    {
      type: 'kubernetes/LimitRange',
      within: 'spec.limits',
      attribute: 'max.cpu',
      expect: isPresent('100m'),
      when: { type: ifSetOneOf(['Container'], 'Pod') },
    },
    {
      type: 'kubernetes/LimitRange',
      within: 'spec.limits',
      attribute: 'max.memory',
      expect: isPresent('128Mi'),
      when: { type: ifSetOneOf(['Container'], 'Pod') },
    },
    {
      type: 'kubernetes/LimitRange',
      within: 'spec.limits',
      attribute: 'min.cpu',
      expect: isPresent('100m'),
      when: { type: ifSetOneOf(['Container'], 'Pod') },
    },
    {
      type: 'kubernetes/LimitRange',
      within: 'spec.limits',
      attribute: 'min.memory',
      expect: isPresent('128Mi'),
      when: { type: ifSetOneOf(['Container'], 'Pod') },
    },
  ],
});
