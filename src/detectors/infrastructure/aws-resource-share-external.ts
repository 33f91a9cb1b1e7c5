import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsResourceShareExternal = defineAttributeRule({
  id: 'aws-resource-share-external',
  title: 'Share that accepts accounts outside the organisation',
  concern: 'least-privilege',
  severity: 'medium',
  fix: 'Set `allow_external_principals` to false.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ram_resource_share',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ram-resourceshare.html',
  ],
  checks: [
    { type: 'aws_ram_resource_share', attribute: 'allow_external_principals', expect: notTrue },
    { type: 'AWS::RAM::ResourceShare', attribute: 'AllowExternalPrincipals', expect: notTrue },
  ],
});
