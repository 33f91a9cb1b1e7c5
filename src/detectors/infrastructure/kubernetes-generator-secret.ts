import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesGeneratorSecret = defineAttributeRule({
  id: 'kubernetes-generator-secret',
  title: 'Secret written into a kustomization',
  concern: 'plain-secret',
  fix: 'Generate it from a file or environment that is not committed.',
  references: ['https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/secretgenerator/'],
  checks: [
    {
      type: 'kubernetes/Kustomization',
      within: 'secretGenerator',
      attribute: 'literals',
      expect: notMatching(/^[^=]+=[^$]{4,}/, ['password=$(PASSWORD)'], ['password=s3cure-Value']),
    },
  ],
});
