import { defineSecret } from './define-secret.ts';

export const langsmithApiKey = defineSecret({
  id: 'langsmith-api-key',
  provider: 'LangSmith',
  kind: 'API key',
  formats: ['lsv2_pt_{hex:32}_{hex:10}', 'lsv2_sk_{hex:32}_{hex:10}', 'ls__{hex:32}'],
  can: 'read traces, with the prompts and data in them',
  revoke: 'at smith.langchain.com/settings',
  references: ['https://docs.langchain.com/langsmith/create-account-api-key'],
});
