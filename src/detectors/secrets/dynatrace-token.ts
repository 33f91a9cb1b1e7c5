import { defineSecret } from './define-secret.ts';

export const dynatraceToken = defineSecret({
  id: 'dynatrace-token',
  provider: 'Dynatrace',
  kind: 'access token',
  formats: [
    'dt0c01.{upper:24}.{upper:64}',
    'dt0s01.{upper:24}.{upper:64}',
    'dt0s02.{upper:8}.{upper:64}',
    'dt0s16.{upper:8}.{upper:64}',
  ],
  can: 'read telemetry and change the environment',
  revoke: 'in Dynatrace under Access tokens',
  references: [
    'https://docs.dynatrace.com/docs/discover-dynatrace/references/dynatrace-api/basics/dynatrace-api-authentication',
  ],
});
