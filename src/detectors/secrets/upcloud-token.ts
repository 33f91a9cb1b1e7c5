import { defineSecret } from './define-secret.ts';

export const upcloudToken = defineSecret({
  id: 'upcloud-token',
  provider: 'UpCloud',
  kind: 'API token',
  formats: ['ucat_{base62:26}'],
  can: 'run machines on the account',
  references: ['https://developers.upcloud.com/1.3/2-authentication/'],
});
