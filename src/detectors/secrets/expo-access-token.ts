import { defineSecret } from './define-secret.ts';

export const expoAccessToken = defineSecret({
  id: 'expo-access-token',
  provider: 'Expo',
  kind: 'access token',
  formats: ['{base64url:40}'],
  assignedTo: ['expo'],
  can: 'build and publish your applications',
  references: ['https://docs.expo.dev/accounts/programmatic-access/'],
});
