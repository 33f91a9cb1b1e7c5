import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsSagemakerInternet = defineAttributeRule({
  id: 'aws-sagemaker-internet',
  title: 'SageMaker notebook with direct internet access',
  concern: 'public-exposure',
  fix: 'Set `direct_internet_access` to Disabled.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_notebook_instance',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-notebookinstance.html',
  ],
  checks: [
    {
      type: 'aws_sagemaker_notebook_instance',
      attribute: 'direct_internet_access',
      expect: oneOf(['Disabled'], 'Enabled'),
    },
    {
      type: 'AWS::SageMaker::NotebookInstance',
      attribute: 'DirectInternetAccess',
      expect: oneOf(['Disabled'], 'Enabled'),
    },
  ],
});
