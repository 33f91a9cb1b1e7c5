import { defineAttributeRule } from './define-attribute-rule.ts';
import { notFalse } from './model/expectation.ts';

export const awsSessionEncryption = defineAttributeRule({
  id: 'aws-session-encryption',
  title: 'Sessions whose log is not encrypted',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Set `s3EncryptionEnabled` and `cloudWatchEncryptionEnabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_document',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-document.html',
  ],
  checks: [
    { type: 'aws_ssm_document', attribute: 'content.inputs.s3EncryptionEnabled', expect: notFalse },
    { type: 'aws_ssm_document', attribute: 'content.inputs.cloudWatchEncryptionEnabled', expect: notFalse },
    { type: 'AWS::SSM::Document', attribute: 'Content.inputs.s3EncryptionEnabled', expect: notFalse },
    { type: 'AWS::SSM::Document', attribute: 'Content.inputs.cloudWatchEncryptionEnabled', expect: notFalse },
  ],
});
