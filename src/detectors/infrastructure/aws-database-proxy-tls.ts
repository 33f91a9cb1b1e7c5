import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsDatabaseProxyTls = defineAttributeRule({
  id: 'aws-database-proxy-tls',
  title: 'Database proxy that accepts unencrypted connections',
  concern: 'encryption-in-transit',
  fix: 'Set `require_tls` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_proxy',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbproxy.html',
  ],
  checks: [
    { type: 'aws_db_proxy', attribute: 'require_tls', expect: isTrue },
    { type: 'AWS::RDS::DBProxy', attribute: 'RequireTLS', expect: isTrue },
  ],
});
