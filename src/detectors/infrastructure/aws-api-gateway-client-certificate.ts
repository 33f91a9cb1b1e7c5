import { defineAttributeRule } from './define-attribute-rule.ts';
import { isPresent } from './model/expectation.ts';

export const awsApiGatewayClientCertificate = defineAttributeRule({
  id: 'aws-api-gateway-client-certificate',
  title: 'Stage that does not prove itself to its backend',
  concern: 'hardening',
  severity: 'info',
  fix: 'Set `client_certificate_id`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_stage',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html',
  ],
  checks: [
    { type: 'aws_api_gateway_stage', attribute: 'client_certificate_id', expect: isPresent('abc123') },
    { type: 'AWS::ApiGateway::Stage', attribute: 'ClientCertificateId', expect: isPresent('abc123') },
  ],
});
