import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const composeRestartLimit = defineAttributeRule({
  id: 'compose-restart-limit',
  title: 'Compose service that restarts without end',
  concern: 'availability',
  severity: 'info',
  fix: 'Use `on-failure:5`.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [{ type: 'compose/service', attribute: 'restart', expect: noneOf(['always'], 'on-failure:5') }],
});
