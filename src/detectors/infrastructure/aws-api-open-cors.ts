import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue, noneOf } from './model/expectation.ts';

export const awsApiOpenCors = defineAttributeRule({
  id: 'aws-api-open-cors',
  title: 'API that every origin may call with credentials',
  concern: 'authentication',
  severity: 'medium',
  fix: 'Name the origins.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/apigatewayv2_api',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function_url',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html',
  ],
  checks: [
    {
      type: 'aws_apigatewayv2_api',
      within: 'cors_configuration',
      attribute: 'allow_origins',
      expect: noneOf(['*'], ['https://app.example.com']),
      when: { allow_credentials: isTrue },
    },
    {
      type: 'aws_lambda_function_url',
      within: 'cors',
      attribute: 'allow_origins',
      expect: noneOf(['*'], ['https://app.example.com']),
      when: { allow_credentials: isTrue },
    },
    {
      type: 'AWS::ApiGatewayV2::Api',
      within: 'CorsConfiguration',
      attribute: 'AllowOrigins',
      expect: noneOf(['*'], ['https://app.example.com']),
      when: { AllowCredentials: isTrue },
    },
    {
      type: 'AWS::Serverless::HttpApi',
      within: 'CorsConfiguration',
      attribute: 'AllowOrigins',
      expect: noneOf(['*'], ['https://app.example.com']),
      when: { AllowCredentials: isTrue },
    },
    {
      type: 'AWS::Serverless::Function',
      within: 'FunctionUrlConfig.Cors',
      attribute: 'AllowOrigins',
      expect: noneOf(['*'], ['https://app.example.com']),
      when: { AllowCredentials: isTrue },
    },
    {
      type: 'AWS::Lambda::Url',
      within: 'Cors',
      attribute: 'AllowOrigins',
      expect: noneOf(['*'], ['https://app.example.com']),
      when: { AllowCredentials: isTrue },
    },
  ],
});
