import { defineSecret } from './define-secret.ts';

export const settlemintToken = defineSecret({
  id: 'settlemint-token',
  provider: 'SettleMint',
  kind: 'access token',
  formats: ['sm_pat_{base62:16}', 'sm_aat_{base62:16}', 'sm_sat_{base62:16}'],
  can: 'act as its owner, application or service',
  revoke: 'in the SettleMint console',
  references: ['https://console.settlemint.com/documentation/'],
});
