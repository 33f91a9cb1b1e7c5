import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccessQuestion, decideAccess } from '../../../../src/tools/aws/policy-documents/decide.ts';
import type { PolicyStatement } from '../../../../src/tools/aws/policy-documents/policy-document.ts';

const held = (...Statement: PolicyStatement[]) => [{ source: 'p', document: { Statement } }];
const allow = (rest: Partial<PolicyStatement>): PolicyStatement => ({
  Effect: 'Allow',
  Resource: '*',
  ...rest,
});
const deny = (rest: Partial<PolicyStatement>): PolicyStatement => ({
  Effect: 'Deny',
  Resource: '*',
  ...rest,
});
const object = 'arn:aws:s3:::reports/a.csv';
const home = ['arn:aws:s3:::home/$', '{aws:username}/*'].join('');
const read: AccessQuestion = { action: 's3:GetObject', resource: object };
const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

const cases = [
  ['nothing is allowed by nothing', [], read, 'not-allowed'],
  ['an action by name', [allow({ Action: 's3:GetObject' })], read, 'allowed'],
  ['letters in any case', [allow({ Action: 'S3:getobject' })], read, 'allowed'],
  ['a wildcard', [allow({ Action: ['s3:Get*'] })], read, 'allowed'],
  ['a single character', [allow({ Action: 's3:GetObjec?' })], read, 'allowed'],
  ['another service', [allow({ Action: 'ec2:*' })], read, 'not-allowed'],
  ['the resource', [allow({ Action: 's3:*', Resource: 'arn:aws:s3:::reports/*' })], read, 'allowed'],
  ['another resource', [allow({ Action: 's3:*', Resource: 'arn:aws:s3:::other/*' })], read, 'not-allowed'],
  [
    'resources in their own case',
    [allow({ Action: 's3:*', Resource: 'arn:aws:s3:::Reports/*' })],
    read,
    'not-allowed',
  ],
  ['a condition', [allow({ Action: 's3:*', Condition: mfa })], read, 'conditional'],
  ['a deny over all', [allow({ Action: '*' }), deny({ Action: 's3:*' })], read, 'denied'],
  [
    'a deny under a condition',
    [allow({ Action: '*' }), deny({ Action: 's3:*', Condition: mfa })],
    read,
    'conditional',
  ],
  ['NotAction leaves out', [allow({ NotAction: 's3:*' })], read, 'not-allowed'],
  ['NotAction gives the rest', [allow({ NotAction: 'iam:*' })], read, 'allowed'],
  [
    'NotResource leaves out',
    [allow({ Action: '*', Resource: undefined, NotResource: object })],
    read,
    'not-allowed',
  ],
  ['a deny of all but some', [allow({ Action: '*' }), deny({ NotAction: 's3:GetObject' })], read, 'allowed'],
  [
    'some resource is open',
    [allow({ Action: '*', Resource: object })],
    { ...read, resource: undefined },
    'conditional',
  ],
  [
    'a deny of some resource',
    [allow({ Action: '*' }), deny({ Action: '*', Resource: object })],
    { ...read, resource: undefined },
    'conditional',
  ],
  [
    'one’s own folder',
    [allow({ Action: '*', Resource: home })],
    { ...read, resource: 'arn:aws:s3:::home/mona/x', userName: 'mona' },
    'allowed',
  ],
  [
    'another’s folder',
    [allow({ Action: '*', Resource: home })],
    { ...read, resource: 'arn:aws:s3:::home/bob/x', userName: 'mona' },
    'not-allowed',
  ],
  [
    'a variable of a role',
    [allow({ Action: '*', Resource: home })],
    { ...read, resource: 'arn:aws:s3:::home/x/y' },
    'conditional',
  ],
] as const satisfies readonly (readonly [string, readonly PolicyStatement[], AccessQuestion, string])[];

describe('whether identity policies allow something', () => {
  it.each(cases)('%s', (_, statements, question, kind) => {
    expect(decideAccess(held(...statements), undefined, question).kind).toBe(kind);
  });

  it.each([
    ['allows it', allow({ Action: 's3:*' }), 'allowed'],
    ['does not name it', allow({ Action: 'ec2:*' }), 'denied'],
    ['denies it', deny({ Action: 's3:*' }), 'denied'],
    ['asks for something', allow({ Action: 's3:*', Condition: mfa }), 'conditional'],
  ])('a boundary that %s', (_, statement, kind) => {
    const [boundary] = held(statement);
    expect(decideAccess(held(allow({ Action: '*' })), boundary, read).kind).toBe(kind);
    expect(decideAccess([], boundary, read).kind).toBe('not-allowed');
  });

  it('is unknown while a policy could not be read, unless another denies', () => {
    const unread = { source: 'q', document: undefined };
    expect(decideAccess([unread], undefined, read)).toEqual({ kind: 'unknown', by: ['q'] });
    expect(decideAccess([...held(allow({ Action: '*' })), unread], undefined, read).kind).toBe('conditional');
    expect(decideAccess([...held(deny({ Action: '*' })), unread], undefined, read).kind).toBe('denied');
    expect(decideAccess(held(allow({ Action: '*' })), unread, read).kind).toBe('unknown');
  });
});

const actions = fc.constantFrom('*', 's3:*', 's3:GetObject', 'S3:GET*', 'iam:PassRole', 'ec2:Run?nstances');
const resources = fc.constantFrom('*', object, 'arn:aws:s3:::reports/*', 'arn:aws:s3:::other', home);
const statement: fc.Arbitrary<PolicyStatement> = fc
  .record({
    effect: fc.constantFrom('Allow' as const, 'Deny' as const),
    action: actions,
    resource: resources,
    not: fc.boolean(),
    bound: fc.boolean(),
  })
  .map(({ effect, action, resource, not, bound }) => ({
    Effect: effect,
    ...(not ? { NotAction: action } : { Action: action }),
    Resource: resource,
    ...(bound && { Condition: mfa }),
  }));
const question = fc.record({
  action: fc.constantFrom('s3:GetObject', 'iam:PassRole', 'ec2:RunInstances'),
  resource: fc.constantFrom(undefined, object, 'arn:aws:s3:::other'),
});
const rank = { denied: 0, 'not-allowed': 0, unknown: 1, conditional: 1, allowed: 2 };

describe('the decision, whatever the policies', () => {
  const policies = fc.array(statement, { maxLength: 5 });
  it('never grows by a Deny, and never shrinks by an Allow', () => {
    fc.assert(
      fc.property(policies, statement, question, (some, more, asked) => {
        const before = rank[decideAccess(held(...some), undefined, asked).kind];
        const after = rank[decideAccess(held(...some, more), undefined, asked).kind];
        expect(more.Effect === 'Deny' ? after <= before : after >= before).toBe(true);
      }),
    );
  });

  it('is no by a Deny of everything, and never more with a boundary', () => {
    fc.assert(
      fc.property(policies, policies, question, (some, bounds, asked) => {
        const stop = deny({ Action: '*' });
        expect(rank[decideAccess(held(...some, stop), undefined, asked).kind]).toBe(0);
        const [boundary] = held(...bounds);
        const bound = rank[decideAccess(held(...some), boundary, asked).kind];
        expect(bound).toBeLessThanOrEqual(rank[decideAccess(held(...some), undefined, asked).kind]);
      }),
    );
  });

  it('does not depend on the order of statements or the case of actions', () => {
    fc.assert(
      fc.property(policies, question, (some, asked) => {
        const { kind } = decideAccess(held(...some), undefined, asked);
        expect(decideAccess(held(...some.toReversed()), undefined, asked).kind).toBe(kind);
        const upper = { ...asked, action: asked.action.toUpperCase() };
        expect(decideAccess(held(...some), undefined, upper).kind).toBe(kind);
      }),
    );
  });
});
