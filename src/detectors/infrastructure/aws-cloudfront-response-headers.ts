import { defineAttributeRule } from './define-attribute-rule.ts';
import { atLeast } from './model/expectation.ts';

export const awsCloudfrontResponseHeaders = defineAttributeRule({
  id: 'aws-cloudfront-response-headers',
  title: 'Response headers without strict transport security',
  concern: 'encryption-in-transit',
  severity: 'low',
  fix: 'Set `access_control_max_age_sec` to a year.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_response_headers_policy',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-responseheaderspolicy.html',
  ],
  checks: [
    {
      type: 'aws_cloudfront_response_headers_policy',
      within: 'security_headers_config.strict_transport_security',
      attribute: 'access_control_max_age_sec',
      expect: atLeast(31536000),
    },
    {
      type: 'AWS::CloudFront::ResponseHeadersPolicy',
      within: 'ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity',
      attribute: 'AccessControlMaxAgeSec',
      expect: atLeast(31536000),
    },
  ],
});
