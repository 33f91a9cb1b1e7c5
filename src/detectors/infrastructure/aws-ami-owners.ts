import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsAmiOwners = defineAttributeRule({
  id: 'aws-ami-owners',
  title: 'AMI chosen without naming its owner',
  concern: 'integrity',
  severity: 'high',
  fix: 'Set `owners` to accounts you trust.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/ami_ids',
  ],
  checks: [
    { type: 'data.aws_ami', attribute: 'owners', expect: isPresent(['amazon']) },
    { type: 'data.aws_ami_ids', attribute: 'owners', expect: isPresent(['amazon']) },
  ],
});
