import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsSagemakerNotebookNetwork = defineAttributeRule({
  id: 'aws-sagemaker-notebook-network',
  title: 'Notebook outside your own network',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `subnet_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_notebook_instance',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-notebookinstance.html',
  ],
  checks: [
    { type: 'aws_sagemaker_notebook_instance', attribute: 'subnet_id', expect: isPresent('subnet-1') },
    { type: 'AWS::SageMaker::NotebookInstance', attribute: 'SubnetId', expect: isPresent('subnet-1') },
  ],
});
