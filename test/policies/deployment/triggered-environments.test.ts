import { describe, expect, it } from 'vitest';
import type { DeployTrigger } from '../../../src/contracts/deploy.ts';
import { triggeredEnvironments } from '../../../src/policies/index.ts';

const trigger = (environment: string, more: Partial<DeployTrigger> = {}): DeployTrigger => ({
  event: 'merge',
  environment,
  branches: [],
  labels: [],
  ...more,
});
const merge = { event: 'merge', branch: 'main', defaultBranch: 'main', labels: ['ship'] } as const;

describe('the environments that an event deploys', () => {
  it.each([
    ['the default branch where none is named', [trigger('a')], merge, ['a']],
    ['no other branch', [trigger('a')], { ...merge, branch: 'release/1' }, []],
    ['named branches', [trigger('a', { branches: ['release/*'] })], { ...merge, branch: 'release/1' }, ['a']],
    ['one of the labels', [trigger('a', { labels: ['x', 'ship'] })], merge, ['a']],
    ['no other label', [trigger('a', { labels: ['x'] })], merge, []],
    ['its own event', [trigger('a', { event: 'checks-green' })], merge, []],
    ['each once', [trigger('a'), trigger('b'), trigger('a', { labels: ['ship'] })], merge, ['a', 'b']],
  ] as const)('are those of %s', (_, triggers, event, expected) => {
    expect(triggeredEnvironments(triggers, event)).toEqual(expected);
  });
});
