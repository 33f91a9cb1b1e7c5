import { defineAttributeRule } from './define-attribute-rule.ts';
import { anyMatching, noneOf } from './model/expectation.ts';

export const awsPostgresQueryLog = defineAttributeRule({
  id: 'aws-postgres-query-log',
  title: 'Database that logs no queries',
  concern: 'logging',
  severity: 'info',
  fix: 'Set `log_statement` to `ddl`, `mod` or `all`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_parameter_group',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_parameter_group',
  ],
  checks: [
    {
      type: 'aws_rds_cluster_parameter_group',
      within: 'parameter',
      attribute: 'value',
      expect: noneOf(['none'], 'ddl'),
      when: { name: anyMatching(/^log_statement$/, 'log_statement') },
    },
    {
      type: 'aws_db_parameter_group',
      within: 'parameter',
      attribute: 'value',
      expect: noneOf(['none'], 'ddl'),
      when: { name: anyMatching(/^log_statement$/, 'log_statement') },
    },
  ],
});
