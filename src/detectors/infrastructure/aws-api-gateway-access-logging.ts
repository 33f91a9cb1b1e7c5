import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsApiGatewayAccessLogging = defineAttributeRule({
  id: 'aws-api-gateway-access-logging',
  title: 'API Gateway stage without access logs',
  concern: 'logging',
  fix: 'Set `access_log_settings.destination_arn`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html',
  ],
  checks: [
    { type: 'aws_api_gateway_stage', attribute: 'access_log_settings.destination_arn', expect: isPresent() },
    { type: 'AWS::ApiGateway::Stage', attribute: 'AccessLogSetting.DestinationArn', expect: isPresent() },
    { type: 'aws_apigatewayv2_stage', attribute: 'access_log_settings.destination_arn', expect: isPresent() },
    { type: 'AWS::ApiGatewayV2::Stage', attribute: 'AccessLogSettings.DestinationArn', expect: isPresent() },
  ],
});
