import { defineSecret } from './define-secret.ts';

export const pushbulletToken = defineSecret({
  id: 'pushbullet-token',
  provider: 'Pushbullet',
  kind: 'access token',
  formats: ['o.{base62:32}'],
  assignedTo: ['pushbullet'],
  can: 'read and send the messages',
  references: ['https://docs.pushbullet.com/#authentication'],
});
