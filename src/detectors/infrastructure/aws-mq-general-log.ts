import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsMqGeneralLog = defineAttributeRule({
  id: 'aws-mq-general-log',
  title: 'Message broker without general logs',
  concern: 'logging',
  severity: 'low',
  fix: 'Enable `logs.general`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html',
  ],
  checks: [
    { type: 'aws_mq_broker', attribute: 'logs.general', expect: isTrue },
    { type: 'AWS::AmazonMQ::Broker', attribute: 'Logs.General', expect: isTrue },
  ],
});
