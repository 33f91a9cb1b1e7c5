import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notMatching } from './model/expectation.ts';

export const helmLatestImage = defineAttributeRule({
  id: 'helm-latest-image',
  title: 'Chart values without a fixed image version',
  concern: 'integrity',
  fix: 'Name a version or a digest.',
  references: ['https://helm.sh/docs/chart_template_guide/values_files/'],
  checks: [
    {
      type: 'helm/values',
      attribute: 'tag',
      expect: noneOf(['latest', 'main', 'master', 'edge', 'nightly'], '1.2.3'),
    },
    { type: 'helm/values', attribute: 'imageTag', expect: noneOf(['latest'], '1.2.3') },
    { type: 'helm/values', attribute: 'image', expect: notMatching(/:latest$/, 'app:1.2.3', 'app:latest') },
  ],
});
