import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsApiGatewayCacheEncryption = defineAttributeRule({
  id: 'aws-api-gateway-cache-encryption',
  title: 'API Gateway cache without encryption',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Set `settings.cache_data_encrypted` to true.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings',
  ],
  checks: [
    { type: 'aws_api_gateway_method_settings', attribute: 'settings.cache_data_encrypted', expect: isTrue },
  ],
});
