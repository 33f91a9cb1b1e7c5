import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, notFalse } from './model/expectation.ts';

export const awsMskTransitEncryption = defineAttributeRule({
  id: 'aws-msk-transit-encryption',
  title: 'Kafka cluster without encryption in transit',
  concern: 'encryption-in-transit',
  fix: 'Set `client_broker` to TLS and `in_cluster` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-cluster.html',
  ],
  checks: [
    {
      type: 'aws_msk_cluster',
      attribute: 'encryption_info.encryption_in_transit.client_broker',
      expect: ifSetOneOf(['TLS'], 'TLS_PLAINTEXT'),
    },
    {
      type: 'aws_msk_cluster',
      attribute: 'encryption_info.encryption_in_transit.in_cluster',
      expect: notFalse,
    },
    {
      type: 'AWS::MSK::Cluster',
      attribute: 'EncryptionInfo.EncryptionInTransit.ClientBroker',
      expect: ifSetOneOf(['TLS'], 'TLS_PLAINTEXT'),
    },
    {
      type: 'AWS::MSK::Cluster',
      attribute: 'EncryptionInfo.EncryptionInTransit.InCluster',
      expect: notFalse,
    },
  ],
});
