import { defineAttributeRule } from './define-attribute-rule.ts';
import { matching } from './model/expectation.ts';

export const awsApiGatewayTls = defineAttributeRule({
  id: 'aws-api-gateway-tls',
  title: 'API Gateway domain with an old TLS policy',
  concern: 'weak-tls',
  fix: 'Set `security_policy` to TLS_1_2.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_domain_name',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-domainname.html',
  ],
  checks: [
    {
      type: 'aws_api_gateway_domain_name',
      attribute: 'security_policy',
      expect: matching(/^(?:tls_1_2|securitypolicy_tls1[23]_.*)$/, 'TLS_1_2', 'TLS_1_0'),
    },
    {
      type: 'AWS::ApiGateway::DomainName',
      attribute: 'SecurityPolicy',
      expect: matching(/^(?:tls_1_2|securitypolicy_tls1[23]_.*)$/, 'TLS_1_2', 'TLS_1_0'),
    },
  ],
});
