import { defineSecret } from './define-secret.ts';

export const elevenlabsApiKey = defineSecret({
  id: 'elevenlabs-api-key',
  provider: 'ElevenLabs',
  kind: 'API key',
  formats: ['sk_{hex:48}'],
  can: 'synthesise speech at your cost and with your voices',
  revoke: 'at elevenlabs.io/app/settings/api-keys',
  references: ['https://elevenlabs.io/docs/api-reference/authentication'],
});
