import { defineSecret } from './define-secret.ts';

export const kaggleLegacyKey = defineSecret({
  id: 'kaggle-legacy-key',
  provider: 'Kaggle',
  kind: 'API key',
  formats: ['{hex:32}'],
  assignedTo: ['kaggle'],
  can: 'act as the account',
  references: ['https://www.kaggle.com/docs/api'],
});
