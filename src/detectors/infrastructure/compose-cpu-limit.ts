import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isUnset } from './model/expectation.ts';

export const composeCpuLimit = defineAttributeRule({
  id: 'compose-cpu-limit',
  title: 'Compose service without a processor limit',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `cpus` or `deploy.resources.limits.cpus`.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'cpus',
      expect: isPresent(1),
      when: { 'deploy.resources.limits.cpus': isUnset('1') },
    },
  ],
});
