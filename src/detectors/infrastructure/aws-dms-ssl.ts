import { defineAttributeRule } from './define-attribute-rule.ts';
import { setNoneOf } from './model/expectation.ts';

export const awsDmsSsl = defineAttributeRule({
  id: 'aws-dms-ssl',
  title: 'Replication endpoint without TLS',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `ssl_mode` to verify-full.',
  references: ['https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_endpoint'],
  checks: [{ type: 'aws_dms_endpoint', attribute: 'ssl_mode', expect: setNoneOf(['none'], 'verify-full') }],
});
