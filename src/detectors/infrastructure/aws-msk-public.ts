import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsMskPublic = defineAttributeRule({
  id: 'aws-msk-public',
  title: 'Kafka cluster with public brokers',
  concern: 'public-exposure',
  fix: 'Set `public_access.type` to DISABLED.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-cluster.html',
  ],
  checks: [
    {
      type: 'aws_msk_cluster',
      attribute: 'broker_node_group_info.connectivity_info.public_access.type',
      expect: noneOf(['SERVICE_PROVIDED_EIPS'], 'DISABLED'),
    },
    {
      type: 'AWS::MSK::Cluster',
      attribute: 'BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type',
      expect: noneOf(['SERVICE_PROVIDED_EIPS'], 'DISABLED'),
    },
  ],
});
