import { defineSecret } from './define-secret.ts';

export const azureStorageKey = defineSecret({
  id: 'azure-storage-key',
  provider: 'Azure',
  kind: 'storage account key',
  formats: ['AccountKey={base64:86}=='],
  can: 'read, change and delete everything in the storage account',
  revoke: 'by rotating the key in the storage account under Access keys',
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage'],
});
