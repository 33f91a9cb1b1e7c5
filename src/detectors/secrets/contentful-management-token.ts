import { defineSecret } from './define-secret.ts';

export const contentfulManagementToken = defineSecret({
  id: 'contentful-management-token',
  provider: 'Contentful',
  kind: 'management token',
  formats: ['CFPAT-{base64url:43}'],
  can: 'read, change and delete content',
  revoke: 'at app.contentful.com/account/profile/cma_tokens',
  references: ['https://www.contentful.com/developers/docs/references/authentication/'],
});
