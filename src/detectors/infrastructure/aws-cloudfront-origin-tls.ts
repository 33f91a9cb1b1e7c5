import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsCloudfrontOriginTls = defineAttributeRule({
  id: 'aws-cloudfront-origin-tls',
  title: 'CloudFront origin with plain HTTP or old TLS',
  concern: 'encryption-in-transit',
  severity: 'medium',
  fix: 'Set `origin_protocol_policy` to https-only and `origin_ssl_protocols` to TLSv1.2.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution',
  ],
  checks: [
    {
      type: 'aws_cloudfront_distribution',
      within: 'origin.custom_origin_config',
      attribute: 'origin_ssl_protocols',
      expect: noneOf(['SSLv3', 'TLSv1', 'TLSv1.1'], ['TLSv1.2']),
    },
    {
      type: 'aws_cloudfront_distribution',
      within: 'origin.custom_origin_config',
      attribute: 'origin_protocol_policy',
      expect: noneOf(['http-only', 'match-viewer'], 'https-only'),
    },
  ],
});
