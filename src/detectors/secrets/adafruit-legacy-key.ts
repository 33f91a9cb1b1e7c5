import { defineSecret } from './define-secret.ts';

export const adafruitLegacyKey = defineSecret({
  id: 'adafruit-legacy-key',
  provider: 'Adafruit IO',
  kind: 'API key',
  formats: ['{base64url:32}'],
  assignedTo: ['adafruit'],
  severity: 'high',
  can: 'read and write the feeds',
  revoke: 'at io.adafruit.com',
  references: ['https://io.adafruit.com/api/docs/#authentication'],
});
