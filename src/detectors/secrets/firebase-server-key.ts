import { defineSecret } from './define-secret.ts';

export const firebaseServerKey = defineSecret({
  id: 'firebase-server-key',
  provider: 'Firebase Cloud Messaging',
  kind: 'server key',
  formats: ['AAAA{base64url:7}:APA91b{base64url:134}', 'AAAA{base64url:7}:{base64url:140}'],
  can: 'send notifications to every installed app',
  revoke: 'in the Firebase console under Cloud Messaging',
  references: ['https://firebase.google.com/docs/cloud-messaging/auth-server'],
});
