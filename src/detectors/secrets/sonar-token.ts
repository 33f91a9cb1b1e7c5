import { defineSecret } from './define-secret.ts';

export const sonarToken = defineSecret({
  id: 'sonar-token',
  provider: 'SonarQube',
  kind: 'token',
  formats: ['squ_{hex:40}', 'sqp_{hex:40}', 'sqa_{hex:40}'],
  can: 'read the analysed code and publish false results',
  revoke: 'under My Account, Security',
  references: ['https://docs.sonarsource.com/sonarqube-server/latest/user-guide/managing-tokens/'],
});
