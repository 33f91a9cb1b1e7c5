import { defineSecret } from './define-secret.ts';

export const azureStorageAccountKey = defineSecret({
  id: 'azure-storage-account-key',
  provider: 'Azure',
  kind: 'storage account key',
  formats: ['{base64:76}+ASt{base64:6}=='],
  can: 'read, change and delete everything in the storage account',
  revoke: 'by rotating the key in the storage account under Access keys',
  references: ['https://learn.microsoft.com/en-us/azure/storage/common/storage-account-keys-manage'],
});
