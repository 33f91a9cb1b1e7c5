import { defineAttributeRule } from './define-attribute-rule.ts';
import { noneOf, notTrue } from './model/expectation.ts';

export const awsApiGatewayAuthorization = defineAttributeRule({
  id: 'aws-api-gateway-authorization',
  title: 'API Gateway method without authorisation',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Set `authorization` to AWS_IAM, CUSTOM or COGNITO_USER_POOLS, or require an API key.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html',
  ],
  checks: [
    {
      type: 'aws_api_gateway_method',
      attribute: 'authorization',
      expect: noneOf(['NONE'], 'AWS_IAM'),
      when: { http_method: noneOf(['OPTIONS'], 'GET'), api_key_required: notTrue },
    },
    {
      type: 'AWS::ApiGateway::Method',
      attribute: 'AuthorizationType',
      expect: noneOf(['NONE'], 'AWS_IAM'),
      when: { HttpMethod: noneOf(['OPTIONS'], 'GET'), ApiKeyRequired: notTrue },
    },
    { type: 'aws_apigatewayv2_route', attribute: 'authorization_type', expect: noneOf(['NONE'], 'AWS_IAM') },
  ],
});
