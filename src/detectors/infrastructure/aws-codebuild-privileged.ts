import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsCodebuildPrivileged = defineAttributeRule({
  id: 'aws-codebuild-privileged',
  title: 'CodeBuild project in privileged mode',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Set `privileged_mode` to false unless it builds container images.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html',
  ],
  checks: [
    { type: 'aws_codebuild_project', attribute: 'environment.privileged_mode', expect: notTrue },
    { type: 'AWS::CodeBuild::Project', attribute: 'Environment.PrivilegedMode', expect: notTrue },
  ],
});
