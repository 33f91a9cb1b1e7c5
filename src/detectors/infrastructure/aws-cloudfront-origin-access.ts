import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, isUnset, matching } from './model/expectation.ts';

export const awsCloudfrontOriginAccess = defineAttributeRule({
  id: 'aws-cloudfront-origin-access',
  title: 'Distribution in front of a bucket that anybody may read directly',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Set an origin access control.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution',
  ],
  checks: [
    {
      type: 'aws_cloudfront_distribution',
      within: 'origin',
      attribute: 'origin_access_control_id',
      expect: isPresent('E1'),
      when: {
        domain_name: matching(
          /s3[.-]|bucket_(?:regional_)?domain_name/,
          'files.s3.eu-west-1.amazonaws.com',
          'example.com',
        ),
        custom_origin_config: isUnset(),
        s3_origin_config: isUnset(),
      },
    },
  ],
});
