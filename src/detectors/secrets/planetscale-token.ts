import { defineSecret } from './define-secret.ts';

export const planetscaleToken = defineSecret({
  id: 'planetscale-token',
  provider: 'PlanetScale',
  kind: 'token or password',
  formats: ['pscale_tkn_{dotted:32-64}', 'pscale_oauth_{dotted:32-64}', 'pscale_pw_{dotted:32-64}'],
  can: 'read and change the databases',
  revoke: 'at app.planetscale.com',
  references: ['https://planetscale.com/docs/concepts/service-tokens'],
});
