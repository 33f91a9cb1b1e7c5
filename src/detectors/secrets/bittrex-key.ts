import { defineSecret } from './define-secret.ts';

export const bittrexKey = defineSecret({
  id: 'bittrex-key',
  provider: 'Bittrex',
  kind: 'API key or secret',
  formats: ['{lower:32}'],
  assignedTo: ['bittrex'],
  can: 'trade and move funds as far as it was granted',
  references: ['https://bittrex.github.io/api/v3'],
});
