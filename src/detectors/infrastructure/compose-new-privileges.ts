import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains } from './model/expectation.ts';

export const composeNewPrivileges = defineAttributeRule({
  id: 'compose-new-privileges',
  title: 'Compose service that may gain privileges',
  concern: 'isolation',
  severity: 'info',
  fix: 'Add `no-new-privileges:true` to `security_opt`.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'security_opt',
      expect: contains(/^no-new-privileges(?::true)?$/, ['no-new-privileges:true'], ['label:type:app']),
    },
  ],
});
