import { defineSecret } from './define-secret.ts';

export const awsAccessKeyId = defineSecret({
  id: 'aws-access-key-id',
  provider: 'AWS',
  kind: 'access key ID',
  formats: ['AKIA{base32:16}', 'ASIA{base32:16}', 'ABIA{base32:16}', 'ACCA{base32:16}'],
  severity: 'high',
  can: 'sign requests with the secret key that usually stands beside it',
  revoke: 'in IAM under Security credentials',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'],
});
