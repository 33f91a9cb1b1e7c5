import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsCloudfrontHttps = defineAttributeRule({
  id: 'aws-cloudfront-https',
  title: 'CloudFront distribution that serves plain HTTP',
  concern: 'encryption-in-transit',
  fix: 'Set `viewer_protocol_policy` to redirect-to-https or https-only.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html',
  ],
  checks: [
    {
      type: 'aws_cloudfront_distribution',
      within: 'default_cache_behavior',
      attribute: 'viewer_protocol_policy',
      expect: noneOf(['allow-all'], 'https-only'),
    },
    {
      type: 'aws_cloudfront_distribution',
      within: 'ordered_cache_behavior',
      attribute: 'viewer_protocol_policy',
      expect: noneOf(['allow-all'], 'https-only'),
    },
    {
      type: 'AWS::CloudFront::Distribution',
      within: 'DistributionConfig.DefaultCacheBehavior',
      attribute: 'ViewerProtocolPolicy',
      expect: noneOf(['allow-all'], 'https-only'),
    },
    {
      type: 'AWS::CloudFront::Distribution',
      within: 'DistributionConfig.CacheBehaviors',
      attribute: 'ViewerProtocolPolicy',
      expect: noneOf(['allow-all'], 'https-only'),
    },
  ],
});
