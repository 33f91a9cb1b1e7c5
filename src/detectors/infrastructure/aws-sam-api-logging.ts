import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsSamApiLogging = defineAttributeRule({
  id: 'aws-sam-api-logging',
  title: 'SAM API without access logs',
  concern: 'logging',
  fix: 'Set `AccessLogSetting.DestinationArn`.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-serverless-api.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-serverless-httpapi.html',
  ],
  checks: [
    { type: 'AWS::Serverless::Api', attribute: 'AccessLogSetting.DestinationArn', expect: isPresent() },
    { type: 'AWS::Serverless::HttpApi', attribute: 'AccessLogSettings.DestinationArn', expect: isPresent() },
  ],
});
