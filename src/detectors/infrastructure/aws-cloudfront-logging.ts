import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsCloudfrontLogging = defineAttributeRule({
  id: 'aws-cloudfront-logging',
  title: 'CloudFront distribution without access logs',
  concern: 'logging',
  fix: 'Add a `logging_config` with a bucket.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html',
  ],
  checks: [
    { type: 'aws_cloudfront_distribution', attribute: 'logging_config.bucket', expect: isPresent() },
    {
      type: 'AWS::CloudFront::Distribution',
      attribute: 'DistributionConfig.Logging.Bucket',
      expect: isPresent(),
    },
  ],
});
