import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, isUnset } from './model/expectation.ts';

export const awsCopyEncryption = defineAttributeRule({
  id: 'aws-copy-encryption',
  title: 'Copy or image that is not encrypted',
  concern: 'encryption-at-rest',
  fix: 'Encrypt it.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ami_copy',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ami',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_global_cluster',
  ],
  checks: [
    { type: 'aws_ami_copy', attribute: 'encrypted', expect: isTrue },
    {
      type: 'aws_ami',
      within: 'ebs_block_device',
      attribute: 'encrypted',
      expect: isTrue,
      when: { snapshot_id: isUnset() },
    },
    {
      type: 'aws_rds_global_cluster',
      attribute: 'storage_encrypted',
      expect: isTrue,
      when: { source_db_cluster_identifier: isUnset() },
    },
    {
      type: 'aws_dlm_lifecycle_policy',
      within: 'policy_details.schedule.cross_region_copy_rule',
      attribute: 'encrypted',
      expect: isTrue,
    },
    { type: 'aws_ebs_snapshot_copy', attribute: 'encrypted', expect: isTrue },
    {
      type: 'aws_imagebuilder_image_recipe',
      within: 'block_device_mapping.ebs',
      attribute: 'encrypted',
      expect: isTrue,
    },
    {
      type: 'AWS::ImageBuilder::ImageRecipe',
      within: 'BlockDeviceMappings.Ebs',
      attribute: 'Encrypted',
      expect: isTrue,
    },
  ],
});
