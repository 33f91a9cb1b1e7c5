import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf } from './model/expectation.ts';

export const kubernetesSysctl = defineAttributeRule({
  id: 'kubernetes-sysctl',
  title: 'Pod with unsafe kernel parameters',
  concern: 'hardening',
  fix: 'Remove them from `sysctls`.',
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  checks: [
    {
      type: 'kubernetes/pod',
      attribute: 'securityContext.sysctls.name',
      expect: ifSetOneOf(
        [
          'kernel.shm_rmid_forced',
          'net.ipv4.ip_local_port_range',
          'net.ipv4.ip_unprivileged_port_start',
          'net.ipv4.tcp_syncookies',
          'net.ipv4.ping_group_range',
          'net.ipv4.ip_local_reserved_ports',
          'net.ipv4.tcp_keepalive_time',
          'net.ipv4.tcp_fin_timeout',
          'net.ipv4.tcp_keepalive_intvl',
          'net.ipv4.tcp_keepalive_probes',
        ],
        'net.core.somaxconn',
      ),
    },
  ],
});
