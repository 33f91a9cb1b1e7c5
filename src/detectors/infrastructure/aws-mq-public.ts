import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsMqPublic = defineAttributeRule({
  id: 'aws-mq-public',
  title: 'Message broker with a public address',
  concern: 'public-exposure',
  fix: 'Set `publicly_accessible` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html',
  ],
  checks: [
    { type: 'aws_mq_broker', attribute: 'publicly_accessible', expect: notTrue },
    { type: 'AWS::AmazonMQ::Broker', attribute: 'PubliclyAccessible', expect: notTrue },
  ],
});
