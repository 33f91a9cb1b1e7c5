import { defineSecret } from './define-secret.ts';

export const voiceflowApiKey = defineSecret({
  id: 'voiceflow-api-key',
  provider: 'Voiceflow',
  kind: 'API key',
  formats: ['VF.DM.{hex:24}.{base62:16}', 'VF.WS.{hex:24}.{base62:16}'],
  severity: 'high',
  can: 'run and read the agents',
  references: ['https://docs.voiceflow.com/reference/authentication'],
});
