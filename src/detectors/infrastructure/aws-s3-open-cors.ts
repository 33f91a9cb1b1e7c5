import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const awsS3OpenCors = defineAttributeRule({
  id: 'aws-s3-open-cors',
  title: 'Bucket that answers scripts of every site',
  concern: 'public-exposure',
  severity: 'low',
  fix: 'Name the origins.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_cors_configuration',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
  ],
  checks: [
    {
      type: 'aws_s3_bucket',
      attribute: 'cors_rule.allowed_origins',
      expect: notMatching(/^\*$/, ['https://app.example.com'], ['*']),
    },
    {
      type: 'aws_s3_bucket_cors_configuration',
      attribute: 'cors_rule.allowed_origins',
      expect: notMatching(/^\*$/, ['https://app.example.com'], ['*']),
    },
    {
      type: 'AWS::S3::Bucket',
      attribute: 'CorsConfiguration.CorsRules.AllowedOrigins',
      expect: notMatching(/^\*$/, ['https://app.example.com'], ['*']),
    },
  ],
});
