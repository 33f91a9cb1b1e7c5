import { defineAttributeRule } from './define-attribute-rule.ts';
import { isUnset } from './model/expectation.ts';

export const awsS3Website = defineAttributeRule({
  id: 'aws-s3-website',
  title: 'Bucket served as a website',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Serve it through CloudFront with an origin access control.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_website_configuration',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
  ],
  checks: [
    { type: 'aws_s3_bucket', attribute: 'website', expect: isUnset({ index_document: 'index.html' }) },
    { type: 'aws_s3_bucket_website_configuration', attribute: 'bucket', expect: isUnset('site') },
    {
      type: 'AWS::S3::Bucket',
      attribute: 'WebsiteConfiguration',
      expect: isUnset({ IndexDocument: 'index.html' }),
    },
  ],
});
