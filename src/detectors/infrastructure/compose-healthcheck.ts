import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isUnset, notTrue } from './model/expectation.ts';

export const composeHealthcheck = defineAttributeRule({
  id: 'compose-healthcheck',
  title: 'Compose service without a health check',
  concern: 'availability',
  severity: 'info',
  fix: 'Add a `healthcheck`.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'healthcheck.test',
      expect: isPresent(['CMD', 'true']),
      when: { 'healthcheck.disable': isUnset() },
    },
    { type: 'compose/service', attribute: 'healthcheck.disable', expect: notTrue },
  ],
});
