import { defineSecret } from './define-secret.ts';

export const jetbrainsToken = defineSecret({
  id: 'jetbrains-token',
  provider: 'JetBrains',
  kind: 'permanent token',
  formats: [
    'perm:{base64:4-100}.{base64:4-100}.{base62:30}',
    'perm-{base64:4-100}.{base64:4-100}.{base62:30}',
  ],
  can: 'act as its owner in YouTrack, Hub or Marketplace',
  references: ['https://www.jetbrains.com/help/youtrack/devportal/Manage-Permanent-Token.html'],
});
