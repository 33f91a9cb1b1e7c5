import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsDmsEncryptionKey = defineAttributeRule({
  id: 'aws-dms-encryption-key',
  title: 'Replication instance without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_arn`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_instance',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-replicationinstance.html',
  ],
  checks: [
    { type: 'aws_dms_replication_instance', attribute: 'kms_key_arn', expect: isPresent('alias/data') },
    { type: 'AWS::DMS::ReplicationInstance', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
