import { defineSecret } from './define-secret.ts';

export const nytimesApiKey = defineSecret({
  id: 'nytimes-api-key',
  provider: 'New York Times',
  kind: 'API key',
  formats: ['{token:32}'],
  assignedTo: ['nytimes', 'newyorktimes', 'new-york-times', 'new_york_times'],
  severity: 'medium',
  can: 'read articles at your limits',
  revoke: 'at developer.nytimes.com/my-apps',
  references: ['https://developer.nytimes.com/get-started'],
});
