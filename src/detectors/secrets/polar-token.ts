import { defineSecret } from './define-secret.ts';

export const polarToken = defineSecret({
  id: 'polar-token',
  provider: 'Polar',
  kind: 'access token',
  formats: ['polar_oat_{base62:30-60}', 'polar_pat_{base62:30-60}'],
  can: 'read and change orders and customers',
  references: ['https://polar.sh/docs/integrate/oat'],
});
