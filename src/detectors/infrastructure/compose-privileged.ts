import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const composePrivileged = defineAttributeRule({
  id: 'compose-privileged',
  title: 'Compose service in privileged mode',
  concern: 'isolation',
  fix: 'Remove `privileged`.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [{ type: 'compose/service', attribute: 'privileged', expect: notTrue }],
});
