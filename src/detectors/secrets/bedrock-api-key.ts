import { defineSecret } from './define-secret.ts';

export const bedrockApiKey = defineSecret({
  id: 'bedrock-api-key',
  provider: 'Amazon Bedrock',
  kind: 'API key',
  formats: ['ABSK{base64:109-269}', 'bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t{base64:0-4000}'],
  can: 'use models at your cost and read what the account stored',
  revoke: 'in IAM under Security credentials, API keys for Amazon Bedrock',
  references: ['https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html'],
});
