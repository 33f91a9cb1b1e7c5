import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const composeWritableRoot = defineAttributeRule({
  id: 'compose-writable-root',
  title: 'Compose service that writes to its own file system',
  concern: 'isolation',
  severity: 'info',
  fix: 'Set `read_only`.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [{ type: 'compose/service', attribute: 'read_only', expect: isTrue }],
});
