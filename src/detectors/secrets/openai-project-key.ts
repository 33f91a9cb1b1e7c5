import { defineSecret } from './define-secret.ts';

export const openaiProjectKey = defineSecret({
  id: 'openai-project-key',
  provider: 'OpenAI',
  kind: 'project, service account or admin key',
  formats: ['sk-proj-{base64url:40-200}', 'sk-svcacct-{base64url:40-200}', 'sk-admin-{base64url:40-200}'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at platform.openai.com/api-keys',
  references: ['https://platform.openai.com/docs/api-reference/authentication'],
});
