import { defineSecret } from './define-secret.ts';

export const unleashToken = defineSecret({
  id: 'unleash-token',
  provider: 'Unleash',
  kind: 'API token',
  formats: ['development.{hex:56}', 'production.{hex:56}'],
  near: ['unleash'],
  can: 'read or change the feature flags',
  references: ['https://docs.getunleash.io/reference/api-tokens-and-client-keys'],
});
