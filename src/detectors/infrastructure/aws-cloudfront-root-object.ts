import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsCloudfrontRootObject = defineAttributeRule({
  id: 'aws-cloudfront-root-object',
  title: 'Distribution without a default root object',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `default_root_object`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html',
  ],
  checks: [
    {
      type: 'aws_cloudfront_distribution',
      attribute: 'default_root_object',
      expect: isPresent('index.html'),
    },
    {
      type: 'AWS::CloudFront::Distribution',
      attribute: 'DistributionConfig.DefaultRootObject',
      expect: isPresent('index.html'),
    },
  ],
});
