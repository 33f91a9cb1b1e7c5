import { defineSecret } from './define-secret.ts';

export const azureSearchKey = defineSecret({
  id: 'azure-search-key',
  provider: 'Azure AI Search',
  kind: 'admin or query key',
  formats: ['{base62:42}AzSe{base62:6}'],
  can: 'read and change the indexes',
  revoke: 'by regenerating the key of the search service',
  references: ['https://learn.microsoft.com/en-us/azure/search/search-security-api-keys'],
});
