import type { RunRequest } from '../../../src/contracts/run.ts';

/** A small valid request. */
export function runRequest(id: string): RunRequest {
  return {
    id,
    deliveryId: id,
    installationId: 1,
    repository: { owner: 'octo', name: 'shop', defaultBranch: 'main' },
    actor: { login: 'ada', id: 7, type: 'User' },
    receivedAt: '2026-11-21T05:00:00.000Z',
    task: {
      kind: 'merge-group',
      headSha: 'a'.repeat(40),
      baseSha: 'b'.repeat(40),
      headRef: 'refs/heads/queue',
    },
  };
}
