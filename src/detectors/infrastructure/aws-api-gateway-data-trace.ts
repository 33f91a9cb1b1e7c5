import { defineAttributeRule } from './define-attribute-rule.ts';
import { notTrue } from './model/expectation.ts';

export const awsApiGatewayDataTrace = defineAttributeRule({
  id: 'aws-api-gateway-data-trace',
  title: 'API that logs whole requests and answers',
  concern: 'logging',
  severity: 'medium',
  fix: 'Switch `data_trace_enabled` off: bodies and headers with credentials end up in the log.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
    'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html',
  ],
  checks: [
    { type: 'aws_api_gateway_method_settings', attribute: 'settings.data_trace_enabled', expect: notTrue },
    { type: 'AWS::ApiGateway::Stage', attribute: 'MethodSettings.DataTraceEnabled', expect: notTrue },
    { type: 'AWS::ApiGateway::Deployment', attribute: 'StageDescription.DataTraceEnabled', expect: notTrue },
    { type: 'AWS::Serverless::Api', attribute: 'MethodSettings.DataTraceEnabled', expect: notTrue },
    {
      type: 'aws_apigatewayv2_stage',
      attribute: 'default_route_settings.data_trace_enabled',
      expect: notTrue,
    },
  ],
});
