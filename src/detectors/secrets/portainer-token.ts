import { defineSecret } from './define-secret.ts';

export const portainerToken = defineSecret({
  id: 'portainer-token',
  provider: 'Portainer',
  kind: 'access token',
  formats: ['ptr_{base64:43}='],
  can: 'run containers',
  references: ['https://docs.portainer.io/api/access'],
});
