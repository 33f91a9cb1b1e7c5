import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsWorkspaceEncryption = defineAttributeRule({
  id: 'aws-workspace-encryption',
  title: 'Workspace volume without encryption',
  concern: 'encryption-at-rest',
  fix: 'Set root and user volume encryption to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/workspaces_workspace',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-workspaces-workspace.html',
  ],
  checks: [
    { type: 'aws_workspaces_workspace', attribute: 'root_volume_encryption_enabled', expect: isTrue },
    { type: 'aws_workspaces_workspace', attribute: 'user_volume_encryption_enabled', expect: isTrue },
    { type: 'AWS::WorkSpaces::Workspace', attribute: 'RootVolumeEncryptionEnabled', expect: isTrue },
    { type: 'AWS::WorkSpaces::Workspace', attribute: 'UserVolumeEncryptionEnabled', expect: isTrue },
  ],
});
