import { defineAttributeRule } from './define-attribute-rule.ts';
import { isTrue } from './model/expectation.ts';

export const awsSamApiCacheEncryption = defineAttributeRule({
  id: 'aws-sam-api-cache-encryption',
  title: 'SAM API cache without encryption',
  concern: 'encryption-at-rest',
  severity: 'medium',
  fix: 'Set `MethodSettings.CacheDataEncrypted` to true.',
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-serverless-api.html',
  ],
  checks: [{ type: 'AWS::Serverless::Api', attribute: 'MethodSettings.CacheDataEncrypted', expect: isTrue }],
});
