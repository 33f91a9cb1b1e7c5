import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const kubernetesDangerousCapability = defineAttributeRule({
  id: 'kubernetes-dangerous-capability',
  title: 'Container with a capability that reaches the host',
  concern: 'isolation',
  fix: 'Remove the capability.',
  references: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://helm.sh/docs/chart_template_guide/values_files/',
  ],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.capabilities.add',
      expect: notMatching(
        /^(?:cap_)?(?:all|sys_admin|sys_module|sys_ptrace|sys_rawio|sys_boot|net_admin|dac_read_search|bpf|perfmon|syslog)$/,
        ['CHOWN'],
        ['SYS_ADMIN'],
      ),
    },
    {
      type: 'helm/values',
      attribute: 'securityContext.capabilities.add',
      expect: notMatching(
        /^(?:cap_)?(?:all|sys_admin|sys_module|sys_ptrace|sys_rawio|sys_boot|net_admin|bpf)$/,
        'a',
        'b',
      ),
    },
  ],
});
