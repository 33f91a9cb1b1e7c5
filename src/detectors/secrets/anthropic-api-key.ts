import { defineSecret } from './define-secret.ts';

export const anthropicApiKey = defineSecret({
  id: 'anthropic-api-key',
  provider: 'Anthropic',
  kind: 'API key',
  formats: [
    'sk-ant-api03-{base64url:93}AA',
    'sk-ant-admin01-{base64url:93}AA',
    'sk-ant-oat01-{base64url:93}AA',
  ],
  can: 'use models at your cost; an admin key also manages the organisation',
  revoke: 'at console.anthropic.com/settings/keys',
  references: ['https://docs.claude.com/en/api/overview'],
});
