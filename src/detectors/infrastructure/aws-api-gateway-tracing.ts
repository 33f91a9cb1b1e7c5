import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsApiGatewayTracing = defineAttributeRule({
  id: 'aws-api-gateway-tracing',
  title: 'API Gateway stage without tracing',
  concern: 'logging',
  severity: 'low',
  fix: 'Set `xray_tracing_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html',
  ],
  checks: [
    { type: 'aws_api_gateway_stage', attribute: 'xray_tracing_enabled', expect: isTrue },
    { type: 'AWS::ApiGateway::Stage', attribute: 'TracingEnabled', expect: isTrue },
  ],
});
