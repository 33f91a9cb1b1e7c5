import { defineSecret } from './define-secret.ts';

export const azureCosmosKey = defineSecret({
  id: 'azure-cosmos-key',
  provider: 'Azure Cosmos DB',
  kind: 'account key',
  formats: ['{base64:76}ACDb{base64:6}=='],
  can: 'read and change the databases of the account',
  revoke: 'by regenerating the key of the account',
  references: ['https://learn.microsoft.com/en-us/azure/cosmos-db/secure-access-to-data'],
});
