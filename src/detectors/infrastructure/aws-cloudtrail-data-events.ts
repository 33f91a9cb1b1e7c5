import { defineAttributeRule } from './define-attribute-rule.ts';
import { contains, ifSetOneOf, isUnset } from './model/expectation.ts';

export const awsCloudtrailDataEvents = defineAttributeRule({
  id: 'aws-cloudtrail-data-events',
  title: 'Trail without the events of objects',
  concern: 'logging',
  severity: 'low',
  fix: 'Add an `event_selector` for `AWS::S3::Object` with read and write events.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
  ],
  checks: [
    {
      type: 'aws_cloudtrail',
      attribute: 'event_selector.data_resource.type',
      expect: contains(/^aws::s3::object$/, 'AWS::S3::Object', 'AWS::Lambda::Function'),
      when: { advanced_event_selector: isUnset() },
    },
    {
      type: 'aws_cloudtrail',
      attribute: 'event_selector.read_write_type',
      expect: ifSetOneOf(['All'], 'WriteOnly'),
      when: { advanced_event_selector: isUnset() },
    },
    {
      type: 'AWS::CloudTrail::Trail',
      attribute: 'EventSelectors.DataResources.Type',
      expect: contains(/^aws::s3::object$/, 'AWS::S3::Object', 'AWS::Lambda::Function'),
      when: { AdvancedEventSelectors: isUnset() },
    },
  ],
});
