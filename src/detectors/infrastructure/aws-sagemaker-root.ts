import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsSagemakerRoot = defineAttributeRule({
  id: 'aws-sagemaker-root',
  title: 'SageMaker notebook with root access',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Set `root_access` to Disabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_notebook_instance',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-notebookinstance.html',
  ],
  checks: [
    {
      type: 'aws_sagemaker_notebook_instance',
      attribute: 'root_access',
      expect: oneOf(['Disabled'], 'Enabled'),
    },
    {
      type: 'AWS::SageMaker::NotebookInstance',
      attribute: 'RootAccess',
      expect: oneOf(['Disabled'], 'Enabled'),
    },
  ],
});
