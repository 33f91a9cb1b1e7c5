import { defineSecret } from './define-secret.ts';

export const adafruitIoKey = defineSecret({
  id: 'adafruit-io-key',
  provider: 'Adafruit IO',
  kind: 'key',
  formats: ['aio_{base62:28}'],
  severity: 'high',
  can: 'read and write the feeds',
  revoke: 'at io.adafruit.com',
  references: ['https://io.adafruit.com/api/docs/#authentication'],
});
