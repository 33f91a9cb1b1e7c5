import { defineSecret } from './define-secret.ts';

export const sanityToken = defineSecret({
  id: 'sanity-token',
  provider: 'Sanity',
  kind: 'API token',
  formats: ['sk{base62:60-180}'],
  assignedTo: ['sanity'],
  can: 'read and change the content',
  references: ['https://www.sanity.io/docs/content-lake/http-auth'],
});
