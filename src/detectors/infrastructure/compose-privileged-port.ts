import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const composePrivilegedPort = defineAttributeRule({
  id: 'compose-privileged-port',
  title: 'Compose service on a port below 1024',
  concern: 'hardening',
  severity: 'info',
  fix: 'Publish a higher port, except for web servers.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'ports',
      expect: notMatching(
        /^(?:[\d.]+:)?(?!(?:80|443):)(?:[1-9]\d{0,2}|10[01]\d|102[0-3]):\d+/,
        ['8080:8080'],
        ['25:8025'],
      ),
    },
  ],
});
