import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { controls } from '../../src/controls/index.ts';
import { permissionsOf } from '../../src/runs/audit/reads/index.ts';

const files = readdirSync('src/controls')
  .filter(name => /^\d/.test(name))
  .map(name => name.slice(0, name.indexOf('-')));

describe('the registry of controls', () => {
  it('lists exactly the controls that have a file, in the benchmark’s order', () => {
    const order = (id: string): readonly number[] => id.split('.').map(Number);
    const sorted = files.toSorted((a, b) => {
      const [left, right] = [order(a), order(b)];
      const at = left.findIndex((part, index) => part !== right[index]);
      return (left[at] ?? 0) - (right[at] ?? 0);
    });
    expect(controls.map(({ id }) => id)).toEqual(sorted);
  });

  it('has every recommendation of v5.0.0 once, with ids that are texts', () => {
    const ids = controls.map(({ id }) => id);
    expect(new Set(ids).size).toBe(63);
    expect(ids).toContain('1.1');
    expect(ids).toContain('1.10');
    expect(ids).toContain('4.10');
  });

  it('names the v7.0.0 id beside, each once', () => {
    const ids = controls.flatMap(({ v7 }) => v7 ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(controls.filter(({ v7 }) => v7 === null).map(({ id }) => id)).toEqual(['1.10', '1.12']);
  });

  it('only reads: no permission of an audit changes anything', () => {
    const actions = new Set(controls.flatMap(permissionsOf));
    const reading = /:(Get|List|Describe)|^iam:GenerateCredentialReport$/;
    expect([...actions].filter(action => !reading.test(action))).toEqual([]);
  });

  it('tells a way out for each: what changes, the risk, and how to take it back', () => {
    const silent = controls.filter(({ remedy }) => [remedy.change, remedy.risk, remedy.undo].includes(''));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });
});
