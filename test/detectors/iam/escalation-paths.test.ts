import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/detectors/iam/catalogue/catalogue.ts';
import { escalationPaths } from '../../../src/detectors/iam/policy/escalation-paths.ts';

describe('paths of escalation', () => {
  it('are made of actions that AWS documents', () => {
    const actions = [...new Set(escalationPaths.flatMap(path => path.actions))];
    expect(actions.filter(action => catalogue.actions(action).length !== 1)).toEqual([]);
  });

  it('stand there once', () => {
    const keys = escalationPaths.map(({ actions }) => actions.toSorted().join(' '));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
