import { defineSecret } from './define-secret.ts';

export const railwayToken = defineSecret({
  id: 'railway-token',
  provider: 'Railway',
  kind: 'API token',
  formats: ['{uuid}'],
  assignedTo: ['railway'],
  can: 'deploy and read the environment of the project',
  revoke: 'at railway.com/account/tokens',
  references: ['https://docs.railway.com/reference/public-api'],
});
