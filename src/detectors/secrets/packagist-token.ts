import { defineSecret } from './define-secret.ts';

export const packagistToken = defineSecret({
  id: 'packagist-token',
  provider: 'Private Packagist',
  kind: 'token',
  formats: [
    'packagist_ack_{hex:40-96}',
    'packagist_acs_{hex:40-96}',
    'packagist_out_{hex:40-96}',
    'packagist_uut_{hex:40-96}',
  ],
  can: 'read or change the packages of the organisation',
  revoke: 'at packagist.com',
  references: ['https://packagist.com/docs/api'],
});
