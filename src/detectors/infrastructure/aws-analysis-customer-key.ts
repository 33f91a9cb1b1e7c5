import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsAnalysisCustomerKey = defineAttributeRule({
  id: 'aws-analysis-customer-key',
  title: 'Analysis job whose volumes and models have no key of the customer',
  concern: 'customer-key',
  severity: 'info',
  fix: 'Name KMS keys for volumes and models.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/comprehend_entity_recognizer',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/comprehend_document_classifier',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sagemaker_endpoint_configuration',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kendra_index',
  ],
  checks: [
    { type: 'aws_comprehend_entity_recognizer', attribute: 'volume_kms_key_id', expect: isPresent() },
    { type: 'aws_comprehend_document_classifier', attribute: 'volume_kms_key_id', expect: isPresent() },
    { type: 'aws_sagemaker_endpoint_configuration', attribute: 'kms_key_arn', expect: isPresent() },
    {
      type: 'aws_kendra_index',
      attribute: 'server_side_encryption_configuration.kms_key_id',
      expect: isPresent(),
    },
    { type: 'aws_fsx_ontap_file_system', attribute: 'kms_key_id', expect: isPresent() },
    { type: 'aws_fsx_openzfs_file_system', attribute: 'kms_key_id', expect: isPresent() },
    {
      type: 'aws_keyspaces_table',
      attribute: 'encryption_specification.kms_key_identifier',
      expect: isPresent(),
    },
    { type: 'aws_apprunner_service', attribute: 'encryption_configuration.kms_key', expect: isPresent() },
    { type: 'aws_imagebuilder_component', attribute: 'kms_key_id', expect: isPresent() },
  ],
});
