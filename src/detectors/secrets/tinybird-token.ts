import { defineSecret } from './define-secret.ts';

export const tinybirdToken = defineSecret({
  id: 'tinybird-token',
  provider: 'Tinybird',
  kind: 'token',
  formats: ['p.eyJ{base64url:20-400}.{base64url:20-200}'],
  can: 'read or write the data',
  references: ['https://www.tinybird.co/docs/forward/administration/tokens'],
});
