import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsAppsyncCacheEncryption = defineAttributeRule({
  id: 'aws-appsync-cache-encryption',
  title: 'API cache that is not encrypted',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Set `at_rest_encryption_enabled` and `transit_encryption_enabled`.',
  references: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_api_cache',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-apicache.html',
  ],
  checks: [
    { type: 'aws_appsync_api_cache', attribute: 'at_rest_encryption_enabled', expect: isTrue },
    { type: 'aws_appsync_api_cache', attribute: 'transit_encryption_enabled', expect: isTrue },
    { type: 'AWS::AppSync::ApiCache', attribute: 'AtRestEncryptionEnabled', expect: isTrue },
    { type: 'AWS::AppSync::ApiCache', attribute: 'TransitEncryptionEnabled', expect: isTrue },
  ],
});
