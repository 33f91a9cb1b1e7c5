import { defineSecret } from './define-secret.ts';

export const rancherToken = defineSecret({
  id: 'rancher-token',
  provider: 'Rancher',
  kind: 'API token',
  formats: ['token-{lower:5}:{lower:54}'],
  can: 'administer the clusters its owner may see',
  revoke: 'in Rancher under Account & API keys',
  references: ['https://ranchermanager.docs.rancher.com/reference-guides/user-settings/api-keys'],
});
