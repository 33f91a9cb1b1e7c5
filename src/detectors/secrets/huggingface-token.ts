import { defineSecret } from './define-secret.ts';

export const huggingfaceToken = defineSecret({
  id: 'huggingface-token',
  provider: 'Hugging Face',
  kind: 'access token',
  formats: ['hf_{letters:34}', 'hf_{base62:34}', 'api_org_{letters:34}'],
  can: 'read private models and data, and with a write token change them',
  revoke: 'at huggingface.co/settings/tokens',
  references: ['https://huggingface.co/docs/hub/security-tokens'],
});
