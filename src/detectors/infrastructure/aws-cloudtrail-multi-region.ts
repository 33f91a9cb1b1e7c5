import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsCloudtrailMultiRegion = defineAttributeRule({
  id: 'aws-cloudtrail-multi-region',
  title: 'Trail that covers one region only',
  concern: 'logging',
  fix: 'Set `is_multi_region_trail` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  ],
  checks: [
    { type: 'aws_cloudtrail', attribute: 'is_multi_region_trail', expect: isTrue },
    { type: 'AWS::CloudTrail::Trail', attribute: 'IsMultiRegionTrail', expect: isTrue },
  ],
});
