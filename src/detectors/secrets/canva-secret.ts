import { defineSecret } from './define-secret.ts';

export const canvaSecret = defineSecret({
  id: 'canva-secret',
  provider: 'Canva',
  kind: 'client secret',
  formats: ['cnvca{base64url:48-56}'],
  can: 'act as the integration',
  references: ['https://www.canva.dev/docs/connect/authentication/'],
});
