import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast, isUnset } from './model/expectation.ts';

export const composePidsLimit = defineAttributeRule({
  id: 'compose-pids-limit',
  title: 'Compose service without a limit of processes',
  concern: 'availability',
  severity: 'info',
  fix: 'Set `pids_limit`.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'pids_limit',
      expect: atLeast(1),
      when: { 'deploy.resources.limits.pids': isUnset(100) },
    },
  ],
});
