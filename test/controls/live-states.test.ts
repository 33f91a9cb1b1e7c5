import { expect, it } from 'vitest';
import { controls } from '../../src/controls/index.ts';
import { controlStates, withoutStates } from '../live/audit/index.ts';

it('has every control put into both states by the live suite, or says why it is not', () => {
  const told = [...controlStates.map(({ id }) => id), ...Object.keys(withoutStates)];
  expect(told.toSorted()).toEqual(controls.map(({ id }) => id).toSorted());
  expect(new Set(told).size).toBe(told.length);
});
