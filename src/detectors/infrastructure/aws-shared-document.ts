import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsSharedDocument = defineAttributeRule({
  id: 'aws-shared-document',
  title: 'Document or snapshot shared with everybody',
  concern: 'public-exposure',
  fix: 'Share it with the accounts that need it.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_document',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_snapshot_block_public_access',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_snapshot',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_cluster_snapshot',
  ],
  checks: [
    {
      type: 'aws_ssm_document',
      attribute: 'permissions.account_ids',
      expect: noneOf(['all'], '123456789012'),
    },
    {
      type: 'aws_ebs_snapshot_block_public_access',
      attribute: 'state',
      expect: noneOf(['unblocked'], 'block-all-sharing'),
    },
    { type: 'aws_db_snapshot', attribute: 'shared_accounts', expect: noneOf(['all'], ['123456789012']) },
    {
      type: 'aws_db_cluster_snapshot',
      attribute: 'shared_accounts',
      expect: noneOf(['all'], ['123456789012']),
    },
    { type: 'aws_ami_launch_permission', attribute: 'group', expect: noneOf(['all'], 'none') },
    {
      type: 'aws_ec2_image_block_public_access',
      attribute: 'state',
      expect: noneOf(['unblocked'], 'block-new-sharing'),
    },
    {
      type: 'aws_imagebuilder_distribution_configuration',
      attribute: 'distribution.ami_distribution_configuration.launch_permission.user_groups',
      expect: noneOf(['all'], []),
    },
    {
      type: 'AWS::ImageBuilder::DistributionConfiguration',
      attribute: 'Distributions.AmiDistributionConfiguration.LaunchPermissionConfiguration.UserGroups',
      expect: noneOf(['all'], []),
    },
  ],
});
