import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { inputs, outputs } from '../../action/inputs.ts';

/** What GitHub takes in an action's metadata file, as far as this one uses it (GitHub Docs, "Metadata syntax"). */
const actionFile = z
  .strictObject({
    name: z.string(),
    description: z.string().max(125),
    author: z.string(),
    branding: z.strictObject({ icon: z.string(), color: z.enum(['blue']) }),
    inputs: z.record(
      z.string().regex(/^[a-z][a-z-]*$/),
      z.strictObject({ description: z.string(), required: z.literal(false), default: z.string() }),
    ),
    outputs: z.record(z.string().regex(/^[a-z][a-z-]*$/), z.strictObject({ description: z.string() })),
    runs: z.strictObject({ using: z.literal('node24'), main: z.literal('action/dist/index.js') }),
  })
  .parse(parse(readFileSync('action.yml', 'utf8')));

const [, page = ''] = readFileSync('docs/action.md', 'utf8').split('## Inputs');

describe('the registry', () => {
  it('has the inputs of action.yml, with their descriptions and defaults', () => {
    const declared = Object.entries(actionFile.inputs).map(([name, { description, default: value }]) => [
      name,
      { description, default: value },
    ]);
    expect(Object.fromEntries(declared)).toEqual(inputs);
  });

  it('has the outputs of action.yml, with their descriptions', () => {
    expect(actionFile.outputs).toEqual(outputs);
  });

  it('is the documentation’s table', () => {
    const rows = [...page.matchAll(/^\| `(?<name>[a-z-]+)` \| (?<rest>.+) \|$/gm)].map(({ groups }) => [
      groups?.['name'],
      groups?.['rest'],
    ]);
    const shown = (value: string): string => (value === '' ? '' : `\`${value}\``);
    expect(rows).toEqual([
      ...Object.entries(inputs).map(([name, input]) => [
        name,
        `${shown(input.default)} | ${input.description}`,
      ]),
      ...Object.entries(outputs).map(([name, { description }]) => [name, description]),
    ]);
  });
});

describe('the environment', () => {
  it('is read for inputs in inputs.ts only', () => {
    const readers = readdirSync('action')
      .filter(file => file.endsWith('.ts'))
      .filter(file => readFileSync(join('action', file), 'utf8').includes('INPUT_'));
    expect(readers).toEqual(['inputs.ts']);
  });

  it('is handed on by index.ts only', () => {
    const readers = readdirSync('action')
      .filter(file => file.endsWith('.ts'))
      .filter(file => readFileSync(join('action', file), 'utf8').includes('process.env'));
    expect(readers).toEqual(['index.ts']);
  });
});
