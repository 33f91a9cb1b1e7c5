import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsCloudfrontWaf = defineAttributeRule({
  id: 'aws-cloudfront-waf',
  title: 'CloudFront distribution without a web application firewall',
  concern: 'hardening',
  severity: 'low',
  fix: 'Set `web_acl_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html',
  ],
  checks: [
    { type: 'aws_cloudfront_distribution', attribute: 'web_acl_id', expect: isPresent() },
    { type: 'AWS::CloudFront::Distribution', attribute: 'DistributionConfig.WebACLId', expect: isPresent() },
  ],
});
