import { describe, expect, it } from 'vitest';
import type { IncidentProposal } from '../../src/contracts/incident.ts';
import { checkProposal } from '../../src/incident/check-proposal.ts';

const facts = {
  environments: [
    { name: 'production', sha: 'b'.repeat(40), previousSha: 'a'.repeat(40) },
    { name: 'staging', sha: 'b'.repeat(40), previousSha: undefined },
  ],
  services: [{ region: 'eu-central-1', cluster: 'shop', service: 'web', running: 1, desired: 4 }],
};
const service = { cluster: 'shop', service: 'web' };

describe('a proposal', () => {
  it.each<[string, IncidentProposal, object]>([
    [
      'to roll back',
      { kind: 'roll-back', environment: 'production' },
      { kind: 'command', command: '/devops rollback production --to aaaaaaaaaaaa' },
    ],
    [
      'to roll an unknown environment back',
      { kind: 'roll-back', environment: 'production; rm -rf' },
      { kind: 'rejected', reason: 'it names an environment that nothing was deployed to' },
    ],
    [
      'to roll back to nothing',
      { kind: 'roll-back', environment: 'staging' },
      { kind: 'rejected', reason: 'nothing was deployed there before that could be gone back to' },
    ],
    [
      'to restart',
      { kind: 'restart', ...service },
      { kind: 'tool', tool: 'ecs_force_new_deployment', input: { region: 'eu-central-1', ...service } },
    ],
    [
      'to restart what is not there',
      { kind: 'restart', cluster: 'shop', service: 'api' },
      { kind: 'rejected', reason: 'it names a service that is not among the facts' },
    ],
    [
      'to add tasks',
      { kind: 'scale', ...service, desired: 12 },
      { kind: 'tool', tool: 'ecs_scale_service', input: { region: 'eu-central-1', ...service, desired: 12 } },
    ],
    [
      'to add too many tasks',
      { kind: 'scale', ...service, desired: 13 },
      { kind: 'rejected', reason: 'it asks for 13 tasks; 12 is the most at once' },
    ],
    [
      'to take tasks away',
      { kind: 'scale', ...service, desired: 0 },
      { kind: 'rejected', reason: 'it would not add tasks: 4 are wanted already' },
    ],
  ])('%s', (_what, proposal, expected) => {
    expect(checkProposal(proposal, facts)).toMatchObject(expected);
  });
});
