import { defineSecret } from './define-secret.ts';

export const kaggleToken = defineSecret({
  id: 'kaggle-token',
  provider: 'Kaggle',
  kind: 'API token',
  formats: ['KGAT_{hex:32}'],
  can: 'act as the account',
  references: ['https://www.kaggle.com/docs/api'],
});
