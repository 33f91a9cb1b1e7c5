import { defineSecret } from './define-secret.ts';

export const rampSecret = defineSecret({
  id: 'ramp-secret',
  provider: 'Ramp',
  kind: 'client secret',
  formats: ['ramp_sec_{base62:48}', 'ramp_tok_{base62:48}', 'ramp_business_tok_{base62:48}'],
  can: 'read and issue cards',
  references: ['https://docs.ramp.com/developer-api/v1/authorization'],
});
