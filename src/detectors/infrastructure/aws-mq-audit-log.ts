import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsMqAuditLog = defineAttributeRule({
  id: 'aws-mq-audit-log',
  title: 'Message broker without audit logs',
  concern: 'logging',
  fix: 'Enable `logs.audit`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html',
  ],
  checks: [
    { type: 'aws_mq_broker', attribute: 'logs.audit', expect: isTrue },
    { type: 'AWS::AmazonMQ::Broker', attribute: 'Logs.Audit', expect: isTrue },
  ],
});
