import { describe, expect, it } from 'vitest';
import { defaultAws } from '../../../src/config/aws-schema.ts';
import type { AwsChangeLimits } from '../../../src/contracts/aws.ts';
import type { PlanTarget } from '../../../src/tools/aws-calls/define-aws-tool.ts';
import { guardPlan } from '../../../src/tools/aws-calls/guard-plan.ts';

const tool = { name: 'ec2_stop_instances', permissions: { iam: ['ec2:StopInstances'] } };
const managed = { 'devops:managed': 'true' };
const target = (tags: PlanTarget['tags']): PlanTarget => ({
  arn: 'arn:aws:ec2:eu-central-1:1:instance/i-1',
  tags,
});

function judge(
  targets: readonly PlanTarget[],
  options: {
    readonly population?: number;
    readonly limits?: Partial<AwsChangeLimits>;
    readonly action?: string;
  } = {},
) {
  const { population, limits, action = 'ec2:StopInstances' } = options;
  return guardPlan(
    tool,
    {
      kind: 'plan',
      summary: 'Stops.',
      checkedBy: 'pre-check',
      grants: [{ actions: [action as 'ec2:StopInstances'], resources: ['*'] }],
      targets,
      ...(population !== undefined && { population }),
    },
    { ...defaultAws.limits, ...limits },
  );
}

describe('the guard of AWS plans', () => {
  it.each([
    ['carries the managed tag', [target(managed)], {}, undefined],
    ['carries no tag', [target({})], {}, 'unmanaged'],
    ['carries the managed tag with another value', [target({ 'devops:managed': 'false' })], {}, 'unmanaged'],
    ['is protected and managed', [target({ ...managed, 'devops:protected': 'no' })], {}, 'protected'],
    ['is of a kind without tags', [target(undefined)], {}, undefined],
    [
      'carries no tag where none is asked for',
      [target({})],
      { limits: { managedTag: undefined } },
      undefined,
    ],
    [
      'carries a protected value where that value is protected',
      [target({ ...managed, stage: 'production' })],
      { limits: { protectedTags: [{ key: 'stage', value: 'production' }] } },
      'protected',
    ],
    [
      'carries another value than the protected one',
      [target({ ...managed, stage: 'test' })],
      { limits: { protectedTags: [{ key: 'stage', value: 'production' }] } },
      undefined,
    ],
    ['is one of eleven', Array.from({ length: 11 }, () => target(managed)), {}, 'too-many'],
    ['is one of ten', Array.from({ length: 10 }, () => target(managed)), { population: 20 }, undefined],
    ['is among more than half', [target(managed), target(managed)], { population: 3 }, 'too-large-a-share'],
    ['is the only one there is', [target(managed)], { population: 1 }, undefined],
  ] as const)('of something that %s', (_what, targets, options, code) => {
    expect(judge(targets, options)?.code).toBe(code);
  });

  it('does not let a plan ask for rights that its tool does not declare', () => {
    expect(() => judge([target(managed)], { action: 'ec2:TerminateInstances' })).toThrow(
      expect.objectContaining({ code: 'undeclared-action' }),
    );
  });

  it('names the resource and the tag', () => {
    expect(judge([target({})])?.message).toContain(
      'instance/i-1 does not carry the tag `devops:managed` = `true`',
    );
  });
});
