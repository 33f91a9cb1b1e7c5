import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsCodebuildEncryption = defineAttributeRule({
  id: 'aws-codebuild-encryption',
  title: 'CodeBuild artifacts without encryption',
  concern: 'encryption-at-rest',
  fix: 'Remove `encryption_disabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html',
  ],
  checks: [
    { type: 'aws_codebuild_project', within: 'artifacts', attribute: 'encryption_disabled', expect: notTrue },
    {
      type: 'aws_codebuild_project',
      within: 'secondary_artifacts',
      attribute: 'encryption_disabled',
      expect: notTrue,
    },
    {
      type: 'AWS::CodeBuild::Project',
      within: 'Artifacts',
      attribute: 'EncryptionDisabled',
      expect: notTrue,
    },
    {
      type: 'AWS::CodeBuild::Project',
      within: 'SecondaryArtifacts',
      attribute: 'EncryptionDisabled',
      expect: notTrue,
    },
    { type: 'aws_codebuild_project', attribute: 'logs_config.s3_logs.encryption_disabled', expect: notTrue },
    { type: 'AWS::CodeBuild::Project', attribute: 'LogsConfig.S3Logs.EncryptionDisabled', expect: notTrue },
  ],
});
