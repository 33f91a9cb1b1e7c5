import { defineSecret } from './define-secret.ts';

export const harnessToken = defineSecret({
  id: 'harness-token',
  provider: 'Harness',
  kind: 'access token',
  formats: ['pat.{base64url:22}.{base62:24}.{base62:20}', 'sat.{base64url:22}.{base62:24}.{base62:20}'],
  can: 'run pipelines and deploy',
  revoke: 'in Harness under My Profile, API Keys',
  references: ['https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/'],
});
