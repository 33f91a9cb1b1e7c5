import { defineSecret } from './define-secret.ts';

export const deeplApiKey = defineSecret({
  id: 'deepl-api-key',
  provider: 'DeepL',
  kind: 'API key',
  formats: ['{uuid}:fx'],
  severity: 'high',
  can: 'translate at your cost',
  revoke: 'at deepl.com/your-account/keys',
  references: ['https://developers.deepl.com/docs/getting-started/auth'],
});
