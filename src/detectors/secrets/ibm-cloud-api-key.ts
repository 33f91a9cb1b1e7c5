import { defineSecret } from './define-secret.ts';

export const ibmCloudApiKey = defineSecret({
  id: 'ibm-cloud-api-key',
  provider: 'IBM Cloud',
  kind: 'API key',
  formats: ['{base64url:44}'],
  assignedTo: ['ibm', 'bluemix', 'ibmcloud'],
  can: 'act as its owner in the account',
  revoke: 'at cloud.ibm.com/iam/apikeys',
  references: ['https://cloud.ibm.com/docs/account?topic=account-userapikey'],
});
