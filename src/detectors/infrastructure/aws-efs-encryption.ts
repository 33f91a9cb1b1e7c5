import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsEfsEncryption = defineAttributeRule({
  id: 'aws-efs-encryption',
  title: 'EFS file system without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set `encrypted` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html',
  ],
  checks: [
    { type: 'aws_efs_file_system', attribute: 'encrypted', expect: isTrue },
    { type: 'AWS::EFS::FileSystem', attribute: 'Encrypted', expect: isTrue },
  ],
});
