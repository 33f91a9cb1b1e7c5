import { defineSecret } from './define-secret.ts';

export const jfrogApiKey = defineSecret({
  id: 'jfrog-api-key',
  provider: 'JFrog',
  kind: 'API key',
  formats: ['AKCp{base62:69}', 'AKCp{base62:10}{base62:59}'],
  can: 'pull and publish packages as its owner',
  revoke: 'in Artifactory under Edit profile',
  references: ['https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key'],
});
