import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsMskCustomerKey = defineAttributeRule({
  id: 'aws-msk-customer-key',
  title: 'Kafka cluster without a customer key',
  concern: 'customer-key',
  fix: 'Set `encryption_at_rest_kms_key_arn`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-cluster.html',
  ],
  checks: [
    {
      type: 'aws_msk_cluster',
      attribute: 'encryption_info.encryption_at_rest_kms_key_arn',
      expect: isPresent('alias/data'),
    },
    {
      type: 'AWS::MSK::Cluster',
      attribute: 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
      expect: isPresent('alias/data'),
    },
  ],
});
