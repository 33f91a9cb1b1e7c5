import { defineSecret } from './define-secret.ts';

export const personaApiKey = defineSecret({
  id: 'persona-api-key',
  provider: 'Persona',
  kind: 'API key',
  formats: ['persona_production_{uuid}', 'persona_sandbox_{uuid}'],
  can: 'read identity documents',
  references: ['https://docs.withpersona.com/api-keys'],
});
