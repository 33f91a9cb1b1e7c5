import { defineSecret } from './define-secret.ts';

export const definedNetworkingKey = defineSecret({
  id: 'defined-networking-key',
  provider: 'Defined Networking',
  kind: 'API token',
  formats: ['dnkey-{token:26}-{token:52}'],
  can: 'administer the private network',
  revoke: 'at admin.defined.net',
  references: ['https://docs.defined.net/guides/automating-host-creation/'],
});
