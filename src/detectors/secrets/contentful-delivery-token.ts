import { defineSecret } from './define-secret.ts';

export const contentfulDeliveryToken = defineSecret({
  id: 'contentful-delivery-token',
  provider: 'Contentful',
  kind: 'delivery token',
  formats: ['{token:43}'],
  assignedTo: ['contentful'],
  severity: 'medium',
  can: 'read the published content',
  revoke: 'in the space under API keys',
  references: ['https://www.contentful.com/developers/docs/references/authentication/'],
});
