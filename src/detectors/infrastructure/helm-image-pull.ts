import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const helmImagePull = defineAttributeRule({
  id: 'helm-image-pull',
  title: 'Chart that never fetches its image',
  concern: 'integrity',
  severity: 'info',
  fix: 'Use Always or IfNotPresent.',
  references: ['https://helm.sh/docs/chart_template_guide/values_files/'],
  checks: [
    { type: 'helm/values', attribute: 'pullPolicy', expect: noneOf(['Never'], 'IfNotPresent') },
    { type: 'helm/values', attribute: 'imagePullPolicy', expect: noneOf(['Never'], 'IfNotPresent') },
  ],
});
