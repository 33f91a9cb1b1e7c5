import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isAbsent } from './model/expectation.ts';

export const kubernetesSelinuxOptions = defineAttributeRule({
  id: 'kubernetes-selinux-options',
  title: 'Container with SELinux options of its own',
  concern: 'hardening',
  fix: 'Remove `seLinuxOptions`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.seLinuxOptions.type',
      expect: ifSetOneOf(
        ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'],
        'custom',
      ),
    },
    {
      type: 'kubernetes/pod',
      attribute: 'securityContext.seLinuxOptions.type',
      expect: ifSetOneOf(
        ['container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t'],
        'custom',
      ),
    },
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.seLinuxOptions.user',
      expect: isAbsent('user'),
    },
    {
      type: 'kubernetes/container',
      attribute: 'securityContext.seLinuxOptions.role',
      expect: isAbsent('role'),
    },
  ],
});
