import { defineSecret } from './define-secret.ts';

export const droneCiToken = defineSecret({
  id: 'drone-ci-token',
  provider: 'Drone CI',
  kind: 'access token',
  formats: ['{base62:32}'],
  assignedTo: ['drone'],
  can: 'start builds and read their secrets',
  revoke: 'in Drone under User settings',
  references: ['https://docs.drone.io/cli/configure/'],
});
