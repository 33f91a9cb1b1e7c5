import { defineSecret } from './define-secret.ts';

export const digitaloceanToken = defineSecret({
  id: 'digitalocean-token',
  provider: 'DigitalOcean',
  kind: 'API token',
  formats: ['dop_v1_{hex:64}', 'doo_v1_{hex:64}', 'dor_v1_{hex:64}'],
  can: 'create, read and destroy the resources of the account',
  revoke: 'at cloud.digitalocean.com/account/api/tokens',
  references: ['https://docs.digitalocean.com/reference/api/create-personal-access-token/'],
});
