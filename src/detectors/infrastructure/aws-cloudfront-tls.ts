import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

export const awsCloudfrontTls = defineAttributeRule({
  id: 'aws-cloudfront-tls',
  title: 'CloudFront distribution with an old TLS version',
  concern: 'weak-tls',
  fix: 'Set `minimum_protocol_version` to TLSv1.2_2021 and use your own certificate.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-distribution.html',
  ],
  checks: [
    {
      type: 'aws_cloudfront_distribution',
      attribute: 'viewer_certificate.minimum_protocol_version',
      expect: oneOf(
        ['TLSv1.2_2021', 'TLSv1.2_2019', 'TLSv1.2_2018', 'TLSv1.2_2025', 'TLSv1.3_2025'],
        'TLSv1',
      ),
    },
    {
      type: 'AWS::CloudFront::Distribution',
      attribute: 'DistributionConfig.ViewerCertificate.MinimumProtocolVersion',
      expect: oneOf(
        ['TLSv1.2_2021', 'TLSv1.2_2019', 'TLSv1.2_2018', 'TLSv1.2_2025', 'TLSv1.3_2025'],
        'TLSv1',
      ),
    },
  ],
});
