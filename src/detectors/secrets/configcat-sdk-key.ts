import { defineSecret } from './define-secret.ts';

export const configcatSdkKey = defineSecret({
  id: 'configcat-sdk-key',
  provider: 'ConfigCat',
  kind: 'SDK key',
  formats: ['configcat-sdk-1/{base64url:22}/{base64url:22}'],
  severity: 'medium',
  can: 'read the feature flags',
  references: ['https://configcat.com/docs/sdk-reference/overview/'],
});
