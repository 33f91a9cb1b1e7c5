import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const composeUnboundPort = defineAttributeRule({
  id: 'compose-unbound-port',
  title: 'Compose port on every interface',
  concern: 'open-network',
  severity: 'info',
  fix: 'Bind it to an address.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'ports',
      expect: notMatching(/^\d+(?::\d+)?(?:\/\w+)?$/, ['127.0.0.1:8080:8080'], ['8080:8080']),
    },
  ],
});
