import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsFsxCustomerKey = defineAttributeRule({
  id: 'aws-fsx-customer-key',
  title: 'FSx file system without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_lustre_file_system',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_windows_file_system',
  ],
  checks: [
    { type: 'aws_fsx_lustre_file_system', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'aws_fsx_windows_file_system', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'aws_fsx_openzfs_file_system', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'aws_fsx_ontap_file_system', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'AWS::FSx::FileSystem', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
