import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, notFalse } from './model/expectation.ts';

export const awsMskLogging = defineAttributeRule({
  id: 'aws-msk-logging',
  title: 'Kafka cluster without broker logs',
  concern: 'logging',
  fix: 'Enable a destination in `logging_info.broker_logs`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-cluster.html',
  ],
  checks: [
    {
      type: 'aws_msk_cluster',
      attribute: 'logging_info.broker_logs',
      expect: isPresent({ cloudwatch_logs: { enabled: true } }),
    },
    {
      type: 'aws_msk_cluster',
      within: 'logging_info.broker_logs.cloudwatch_logs',
      attribute: 'enabled',
      expect: notFalse,
    },
    {
      type: 'aws_msk_cluster',
      within: 'logging_info.broker_logs.s3',
      attribute: 'enabled',
      expect: notFalse,
    },
    {
      type: 'aws_msk_cluster',
      within: 'logging_info.broker_logs.firehose',
      attribute: 'enabled',
      expect: notFalse,
    },
    { type: 'AWS::MSK::Cluster', attribute: 'LoggingInfo.BrokerLogs', expect: isPresent() },
  ],
});
