import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsApiGatewayCache = defineAttributeRule({
  id: 'aws-api-gateway-cache',
  title: 'API Gateway method without cache',
  concern: 'availability',
  fix: 'Set `settings.caching_enabled` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings',
  ],
  checks: [
    { type: 'aws_api_gateway_method_settings', attribute: 'settings.caching_enabled', expect: isTrue },
  ],
});
