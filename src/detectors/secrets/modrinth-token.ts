import { defineSecret } from './define-secret.ts';

export const modrinthToken = defineSecret({
  id: 'modrinth-token',
  provider: 'Modrinth',
  kind: 'personal access token',
  formats: ['mrp_{base62:60}'],
  severity: 'high',
  can: 'publish files in your name',
  references: ['https://docs.modrinth.com/api/'],
});
