import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isUnset } from './model/expectation.ts';

export const composeMemoryLimit = defineAttributeRule({
  id: 'compose-memory-limit',
  title: 'Compose service without a memory limit',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `mem_limit` or `deploy.resources.limits.memory`.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'mem_limit',
      expect: isPresent('512m'),
      when: { 'deploy.resources.limits.memory': isUnset('512m') },
    },
  ],
});
