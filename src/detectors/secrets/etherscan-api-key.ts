import { defineSecret } from './define-secret.ts';

export const etherscanApiKey = defineSecret({
  id: 'etherscan-api-key',
  provider: 'Etherscan',
  kind: 'API key',
  formats: ['{upper:34}'],
  assignedTo: ['etherscan'],
  severity: 'medium',
  can: 'call the API at your limits',
  revoke: 'at etherscan.io/apidashboard',
  references: ['https://docs.etherscan.io/getting-an-api-key'],
});
