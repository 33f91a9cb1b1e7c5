import { defineSecret } from './define-secret.ts';

export const backblazeKey = defineSecret({
  id: 'backblaze-key',
  provider: 'Backblaze',
  kind: 'application key',
  formats: ['K00{digits:1}{base64:27}'],
  assignedTo: ['backblaze', 'b2'],
  can: 'read and write the buckets',
  references: ['https://www.backblaze.com/docs/cloud-storage-application-keys'],
});
