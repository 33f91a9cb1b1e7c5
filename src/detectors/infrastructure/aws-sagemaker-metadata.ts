import { defineAttributeRule } from './define-attribute-rule.ts';
import { ifSetOneOf } from './model/expectation.ts';

export const awsSagemakerMetadata = defineAttributeRule({
  id: 'aws-sagemaker-metadata',
  title: 'Notebook that answers the first version of the metadata service',
  concern: 'hardening',
  fix: 'Set `minimum_instance_metadata_service_version` to 2.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_notebook_instance',
  ],
  checks: [
    {
      type: 'aws_sagemaker_notebook_instance',
      attribute: 'instance_metadata_service_configuration.minimum_instance_metadata_service_version',
      expect: ifSetOneOf(['2'], '1'),
    },
  ],
});
