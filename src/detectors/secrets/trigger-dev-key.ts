import { defineSecret } from './define-secret.ts';

export const triggerDevKey = defineSecret({
  id: 'trigger-dev-key',
  provider: 'Trigger.dev',
  kind: 'secret key',
  formats: ['tr_prod_{base62:20-30}', 'tr_dev_{base62:20-30}', 'tr_stg_{base62:20-30}'],
  can: 'start and read tasks',
  references: ['https://trigger.dev/docs/apikeys'],
});
