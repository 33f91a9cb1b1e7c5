import { defineSecret } from './define-secret.ts';

export const pusherSecret = defineSecret({
  id: 'pusher-secret',
  provider: 'Pusher',
  kind: 'app secret',
  formats: ['{hex:20}'],
  assignedTo: ['pusher'],
  can: 'send events to every client of the app',
  revoke: 'at dashboard.pusher.com',
  references: ['https://pusher.com/docs/channels/library_auth_reference/rest-api/'],
});
