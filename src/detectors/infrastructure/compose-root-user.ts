import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const composeRootUser = defineAttributeRule({
  id: 'compose-root-user',
  title: 'Compose service as root',
  concern: 'isolation',
  severity: 'low',
  fix: 'Name a user that is not root.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'user',
      expect: notMatching(/^(?:root|0)(?::.*)?$/, '1000:1000', 'root'),
    },
  ],
});
