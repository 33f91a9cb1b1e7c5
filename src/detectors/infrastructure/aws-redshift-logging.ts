import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsRedshiftLogging = defineAttributeRule({
  id: 'aws-redshift-logging',
  title: 'Redshift cluster without audit logs',
  concern: 'logging',
  fix: 'Set `logging.enable` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster',
  ],
  checks: [
    {
      type: 'aws_redshift_cluster',
      attribute: 'logging.enable',
      expect: isTrue,
      elsewhere: [{ type: 'aws_redshift_logging', link: 'cluster_identifier' }],
    },
  ],
});
