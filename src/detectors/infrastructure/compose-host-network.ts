import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const composeHostNetwork = defineAttributeRule({
  id: 'compose-host-network',
  title: 'Compose service in the host’s network',
  concern: 'isolation',
  severity: 'medium',
  fix: 'Use a network of its own.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [{ type: 'compose/service', attribute: 'network_mode', expect: noneOf(['host'], 'bridge') }],
});
