import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf } from './model/expectation.ts';

export const awsEventBusOpen = defineAttributeRule({
  id: 'aws-event-bus-open',
  title: 'Event bus, topic or queue open to everybody',
  concern: 'public-exposure',
  fix: 'Name the accounts.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_event_permission',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_permission',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversionpermission.html',
  ],
  checks: [
    {
      type: 'aws_cloudwatch_event_permission',
      attribute: 'principal',
      expect: noneOf(['*'], '123456789012'),
    },
    { type: 'AWS::Events::EventBusPolicy', attribute: 'Principal', expect: noneOf(['*'], '123456789012') },
    { type: 'aws_lambda_permission', attribute: 'principal', expect: noneOf(['*'], 'events.amazonaws.com') },
    {
      type: 'AWS::Lambda::LayerVersionPermission',
      attribute: 'Principal',
      expect: noneOf(['*'], '123456789012'),
    },
    {
      type: 'aws_lambda_layer_version_permission',
      attribute: 'principal',
      expect: noneOf(['*'], '123456789012'),
    },
  ],
});
