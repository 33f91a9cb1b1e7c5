import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsSagemakerKey = defineAttributeRule({
  id: 'aws-sagemaker-key',
  title: 'SageMaker notebook without a customer key',
  concern: 'customer-key',
  fix: 'Set `kms_key_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_notebook_instance',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sagemaker-notebookinstance.html',
  ],
  checks: [
    { type: 'aws_sagemaker_notebook_instance', attribute: 'kms_key_id', expect: isPresent('alias/data') },
    { type: 'AWS::SageMaker::NotebookInstance', attribute: 'KmsKeyId', expect: isPresent('alias/data') },
  ],
});
