import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const composeUnconfined = defineAttributeRule({
  id: 'compose-unconfined',
  title: 'Compose service without confinement',
  concern: 'hardening',
  fix: 'Remove the option.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'security_opt',
      expect: notMatching(
        /(?:seccomp|apparmor)[:=]unconfined|label[:=]disable/,
        ['no-new-privileges:true'],
        ['seccomp:unconfined'],
      ),
    },
  ],
});
