import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { controls } from '../../../src/controls/index.ts';
import { awsTools } from '../../../src/tools/aws/index.ts';
import { controlStates } from '../../live/audit/index.ts';

const folder = 'test/live';
const text = readdirSync(folder)
  .filter(file => file.endsWith('.test.ts'))
  .map(file => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

// `remedies in a live account` calls the tool of every control that has states and one.
const remedies = controlStates.flatMap(
  ({ id }) => controls.find(control => control.id === id)?.remedy.tool?.name ?? [],
);

it('has every AWS tool called by the live suite', () => {
  const uncalled = awsTools
    .map(({ name }) => name)
    .filter(name => !new RegExp(`\\b${name}\\b`).test(text) && !remedies.includes(name));
  expect(uncalled).toEqual([]);
});
