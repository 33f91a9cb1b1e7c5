import { defineSecret } from './define-secret.ts';

export const sonarLegacyToken = defineSecret({
  id: 'sonar-legacy-token',
  provider: 'SonarQube',
  kind: 'token (old format)',
  formats: ['{token:40}'],
  assignedTo: ['sonar'],
  can: 'read the analysed code and publish false results',
  revoke: 'under My Account, Security',
  references: ['https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/'],
});
