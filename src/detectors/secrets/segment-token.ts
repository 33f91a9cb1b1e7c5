import { defineSecret } from './define-secret.ts';

export const segmentToken = defineSecret({
  id: 'segment-token',
  provider: 'Twilio Segment',
  kind: 'public API token',
  formats: ['sgp_{base62:64}'],
  can: 'read and change the workspace',
  references: ['https://docs.segmentapis.com/tag/Getting-Started'],
});
