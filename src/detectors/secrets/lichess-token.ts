import { defineSecret } from './define-secret.ts';

export const lichessToken = defineSecret({
  id: 'lichess-token',
  provider: 'Lichess',
  kind: 'API token',
  formats: ['lip_{base62:20}'],
  severity: 'medium',
  can: 'act as the player',
  references: ['https://lichess.org/api'],
});
