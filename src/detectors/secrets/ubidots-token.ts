import { defineSecret } from './define-secret.ts';

export const ubidotsToken = defineSecret({
  id: 'ubidots-token',
  provider: 'Ubidots',
  kind: 'token',
  formats: ['BBFF-{base62:30}'],
  can: 'read and write the devices',
  references: ['https://docs.ubidots.com/reference/authentication'],
});
