import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const composeCapabilities = defineAttributeRule({
  id: 'compose-capabilities',
  title: 'Compose service with a capability that reaches the host',
  concern: 'isolation',
  fix: 'Remove it from `cap_add`.',
  references: ['https://docs.docker.com/reference/compose-file/services/'],
  checks: [
    {
      type: 'compose/service',
      attribute: 'cap_add',
      expect: notMatching(
        /^(?:cap_)?(?:all|sys_admin|sys_module|sys_ptrace|sys_rawio|net_admin|bpf|dac_read_search)$/,
        ['CHOWN'],
        ['SYS_ADMIN'],
      ),
    },
  ],
});
