import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf, isAbsent, matching } from './model/expectation.ts';

export const awsCodebuildPlainSecret = defineAttributeRule({
  id: 'aws-codebuild-plain-secret',
  title: 'CodeBuild variable that holds a secret in plain text',
  concern: 'plain-secret',
  fix: 'Use type SECRETS_MANAGER or PARAMETER_STORE.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codebuild_project',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codebuild-project.html',
  ],
  checks: [
    {
      type: 'aws_codebuild_project',
      within: 'environment.environment_variable',
      attribute: 'value',
      expect: isAbsent('example-value'),
      when: {
        name: matching(/password|secret|token|api_?key|access_?key/, 'DB_PASSWORD', 'STAGE'),
        type: ifSetOneOf(['PLAINTEXT'], 'PARAMETER_STORE'),
      },
    },
    {
      type: 'AWS::CodeBuild::Project',
      within: 'Environment.EnvironmentVariables',
      attribute: 'Value',
      expect: isAbsent('example-value'),
      when: {
        Name: matching(/password|secret|token|api_?key|access_?key/, 'DB_PASSWORD', 'STAGE'),
        Type: ifSetOneOf(['PLAINTEXT'], 'PARAMETER_STORE'),
      },
    },
  ],
});
