import { defineSecret } from './define-secret.ts';

export const clojarsToken = defineSecret({
  id: 'clojars-token',
  provider: 'Clojars',
  kind: 'deploy token',
  formats: ['CLOJARS_{lower:60}'],
  can: 'publish libraries',
  revoke: 'at clojars.org/tokens',
  references: ['https://github.com/clojars/clojars-web/wiki/Deploy-Tokens'],
});
