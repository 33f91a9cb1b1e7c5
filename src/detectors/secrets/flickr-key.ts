import { defineSecret } from './define-secret.ts';

export const flickrKey = defineSecret({
  id: 'flickr-key',
  provider: 'Flickr',
  kind: 'API key or secret',
  formats: ['{lower:32}', '{hex:16}'],
  assignedTo: ['flickr'],
  severity: 'high',
  can: 'act as the application',
  revoke: 'at flickr.com/services/apps',
  references: ['https://www.flickr.com/services/api/misc.api_keys.html'],
});
