import { defineSecret } from './define-secret.ts';

export const jenkinsToken = defineSecret({
  id: 'jenkins-token',
  provider: 'Jenkins',
  kind: 'API token',
  formats: ['{hex:32}', '{hex:34}'],
  assignedTo: ['jenkins'],
  can: 'start jobs and run scripts as its owner',
  revoke: "on the user's security page in Jenkins",
  references: ['https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/'],
});
