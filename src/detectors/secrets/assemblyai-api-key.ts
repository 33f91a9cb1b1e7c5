import { defineSecret } from './define-secret.ts';

export const assemblyaiApiKey = defineSecret({
  id: 'assemblyai-api-key',
  provider: 'AssemblyAI',
  kind: 'API key',
  formats: ['{hex:32}'],
  assignedTo: ['assemblyai', 'assembly_ai'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'at assemblyai.com/app/account',
  references: ['https://www.assemblyai.com/docs'],
});
