import { defineSecret } from './define-secret.ts';

export const dynatraceToken = defineSecret({
  id: 'dynatrace-token',
  provider: 'Dynatrace',
  kind: 'access token',
  formats: [
    'dt0c01.{base62:24}.{base62:64}',
    'dt0s01.{base62:24}.{base62:64}',
    'dt0s02.{base62:8}.{base62:64}',
    'dt0s16.{base62:8}.{base62:64}',
  ],
  can: 'read telemetry and change the environment',
  revoke: 'in Dynatrace under Access tokens',
  references: [
    'https://docs.dynatrace.com/docs/discover-dynatrace/references/dynatrace-api/basics/dynatrace-api-authentication',
  ],
});
