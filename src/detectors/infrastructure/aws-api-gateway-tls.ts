import { defineAttributeRule } from './define-attribute-rule.ts';
import { oneOf } from './model/expectation.ts';

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
      expect: oneOf(
        ['TLS_1_2', 'SecurityPolicy_TLS13_1_3_2025_09', 'SecurityPolicy_TLS13_1_2_2021_06'],
        'TLS_1_0',
      ),
    },
    {
      type: 'AWS::ApiGateway::DomainName',
      attribute: 'SecurityPolicy',
      expect: oneOf(['TLS_1_2', 'SecurityPolicy_TLS13_1_3_2025_09'], 'TLS_1_0'),
    },
  ],
});
