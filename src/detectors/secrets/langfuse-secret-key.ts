import { defineSecret } from './define-secret.ts';

export const langfuseSecretKey = defineSecret({
  id: 'langfuse-secret-key',
  provider: 'Langfuse',
  kind: 'secret key',
  formats: ['sk-lf-{uuid}'],
  can: 'read traces, with the prompts and data in them',
  revoke: "in the project's settings",
  references: ['https://langfuse.com/docs/api'],
});
