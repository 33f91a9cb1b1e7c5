import { defineSecret } from './define-secret.ts';

export const facebookAppSecret = defineSecret({
  id: 'facebook-app-secret',
  provider: 'Facebook',
  kind: 'app secret',
  formats: ['{hex:32}'],
  assignedTo: ['facebook', 'fb_'],
  can: 'act as the application',
  revoke: "in the app's dashboard under Settings, Basic",
  references: [
    'https://developers.facebook.com/docs/development/create-an-app/app-dashboard/basic-settings/',
  ],
});
