import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const composeLatestImage = defineAttributeRule({
  id: 'compose-latest-image',
  title: 'Compose image without a fixed version',
  concern: 'integrity',
  severity: 'low',
  fix: 'Name a version or, better, a digest.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'image',
      expect: notMatching(/^(?:[^@${]*:latest|[^:@${]+|[^:@${]+:\d+\/[^:@${]+)$/, 'app:1.2.3', 'app:latest'),
    },
  ],
});
