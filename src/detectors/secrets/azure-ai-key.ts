import { defineSecret } from './define-secret.ts';

export const azureAiKey = defineSecret({
  id: 'azure-ai-key',
  provider: 'Azure AI services',
  kind: 'API key',
  formats: ['{base62:52}JQQJ99{base62:26}'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'by regenerating the key of the resource',
  references: ['https://learn.microsoft.com/en-us/azure/ai-services/authentication'],
});
