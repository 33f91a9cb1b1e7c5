import { defineSecret } from './define-secret.ts';

export const imagekitPrivateKey = defineSecret({
  id: 'imagekit-private-key',
  provider: 'ImageKit',
  kind: 'private key',
  formats: ['private_{base64:27}='],
  can: 'read and change the files',
  references: ['https://imagekit.io/docs/api-keys'],
});
