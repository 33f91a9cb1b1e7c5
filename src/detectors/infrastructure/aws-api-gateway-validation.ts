import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent, noneOf } from './model/expectation.ts';

export const awsApiGatewayValidation = defineAttributeRule({
  id: 'aws-api-gateway-validation',
  title: 'Method that does not check its requests',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `request_validator_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
  ],
  checks: [
    {
      type: 'aws_api_gateway_method',
      attribute: 'request_validator_id',
      expect: isPresent('abc'),
      when: { http_method: noneOf(['OPTIONS'], 'GET') },
    },
    {
      type: 'AWS::ApiGateway::Method',
      attribute: 'RequestValidatorId',
      expect: isPresent('abc'),
      when: { HttpMethod: noneOf(['OPTIONS'], 'GET') },
    },
  ],
});
