import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const googleDataprocKerberos = defineAttributeRule({
  id: 'google-dataproc-kerberos',
  title: 'Cluster whose users do not authenticate',
  concern: 'authentication',
  severity: 'low',
  fix: 'Switch Kerberos on.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/dataproc_cluster',
  ],
  checks: [
    {
      type: 'google_dataproc_cluster',
      attribute: 'cluster_config.security_config.kerberos_config.enable_kerberos',
      expect: notFalse,
    },
  ],
});
