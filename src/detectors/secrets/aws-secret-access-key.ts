import { defineSecret } from './define-secret.ts';

export const awsSecretAccessKey = defineSecret({
  id: 'aws-secret-access-key',
  provider: 'AWS',
  kind: 'secret access key',
  formats: ['{base64:40}'],
  assignedTo: ['aws', 'secret_access_key', 'secretaccesskey', 'secret_key'],
  can: 'act in the account with the rights of its user',
  revoke: 'by deactivating the access key in IAM; look at CloudTrail for what was done with it',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html'],
});
