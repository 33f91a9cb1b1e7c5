import { describe, expect, it } from 'vitest';
import type { ApprovalNeed } from '../../src/contracts/approval.ts';
import type { ActorFacts } from '../../src/contracts/gate.ts';
import { approvableNeeds } from '../../src/policies/index.ts';

const needs: readonly ApprovalNeed[] = [
  { name: 'confirmation', allowed: { role: 'write', teams: ['release'], users: [] }, count: 1 },
  { name: 'protection', allowed: { role: 'read', teams: [], users: ['olga'] }, count: 1 },
];
const actor = (changes: Partial<ActorFacts>): ActorFacts => ({
  login: 'sam',
  role: 'write',
  teams: { kind: 'known', value: [] },
  ...changes,
});

describe('approvableNeeds', () => {
  it.each<[string, ActorFacts, readonly string[]]>([
    ['a member of the team', actor({ teams: { kind: 'known', value: ['release'] } }), ['confirmation']],
    ['a listed reviewer', actor({ login: 'Olga', role: 'read' }), ['protection']],
    [
      'somebody who is both',
      actor({ login: 'olga', teams: { kind: 'known', value: ['release'] } }),
      ['confirmation', 'protection'],
    ],
  ])('%s may answer %j', (_name, who, names) => {
    expect(approvableNeeds(needs, who)).toEqual({ kind: 'some', names });
  });

  it.each<[string, ActorFacts, string]>([
    ['somebody else', actor({}), 'approver-not-allowed'],
    [
      'a member without the role',
      actor({ role: 'triage', teams: { kind: 'known', value: ['release'] } }),
      'approver-not-allowed',
    ],
    [
      'somebody whose teams cannot be read',
      actor({ teams: { kind: 'unreadable', reason: 'GitHub answered 403.' } }),
      'team-membership-unreadable',
    ],
  ])('%s may answer nothing', (_name, who, code) => {
    expect(approvableNeeds(needs, who)).toMatchObject({ kind: 'none', code });
  });
});
