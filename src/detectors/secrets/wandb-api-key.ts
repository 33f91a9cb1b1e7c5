import { defineSecret } from './define-secret.ts';

export const wandbApiKey = defineSecret({
  id: 'wandb-api-key',
  provider: 'Weights & Biases',
  kind: 'API key',
  formats: ['{hex:40}'],
  assignedTo: ['wandb', 'weights_and_biases'],
  can: 'read and change runs, models and data',
  revoke: 'at wandb.ai/authorize',
  references: ['https://docs.wandb.ai/support/find_api_key/'],
});
