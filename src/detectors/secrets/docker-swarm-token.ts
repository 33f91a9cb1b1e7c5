import { defineSecret } from './define-secret.ts';

export const dockerSwarmToken = defineSecret({
  id: 'docker-swarm-token',
  provider: 'Docker Swarm',
  kind: 'join token or unlock key',
  formats: ['SWMTKN-1-{lower:50}-{lower:25}', 'SWMKEY-1-{base64:43}'],
  can: 'join the cluster, or read its state',
  revoke: 'with `docker swarm join-token --rotate`',
  references: ['https://docs.docker.com/engine/swarm/join-nodes/'],
});
