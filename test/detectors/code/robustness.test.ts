import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseText } from '../analyse-text.ts';
import { readFixtureCases } from './fixture-cases.ts';

const cases = readFixtureCases('test/detectors/code/fixtures');

/** Cuts, doubles and swaps pieces of a text. */
const mutation = fc.record({
  at: fc.nat(),
  length: fc.integer({ min: 0, max: 40 }),
  insert: fc.constantFrom(
    '',
    '(',
    ')',
    '{',
    '}',
    '`',
    '${',
    '"',
    "'",
    '\\',
    '\n',
    ':',
    '=>',
    'async ',
    'class ',
    '[',
    '...',
    '@',
    '\0',
    '\u{1F600}',
  ),
});

function mutate(
  text: string,
  { at, length, insert }: { at: number; length: number; insert: string },
): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + length);
}

describe('hostile code', () => {
  it('analyses mutated programs without failing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        async (one, mutations) => {
          const findings = await analyseText(one.path, mutations.reduce(mutate, one.text));
          expect(findings.length).toBeLessThan(200);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    { name: 'nested calls', path: 'src/a.js', text: `req;eval(${'f('.repeat(5000)}1${')'.repeat(5000)})` },
    { name: 'nested arrays', path: 'src/a.ts', text: `req;eval(${'['.repeat(5000)}${']'.repeat(5000)})` },
    { name: 'nested blocks', path: 'src/a.js', text: `req;eval(x);${'{'.repeat(5000)}${'}'.repeat(5000)}` },
    {
      name: 'nested parentheses',
      path: 'app/a.py',
      text: `from flask import request\neval(${'('.repeat(3000)}1${')'.repeat(3000)})`,
    },
    {
      name: 'nested functions',
      path: 'src/a.js',
      text: `req;eval(x);${'(() => '.repeat(3000)}1${')'.repeat(3000)}`,
    },
  ])('says that it did not analyse $name', async ({ path, text }) => {
    await expect(analyseText(path, text)).rejects.toThrow(/nested deeper than/);
  });

  it('follows a concatenation of ten thousand parts', async () => {
    const text = `app.get('/', (req, res) => { eval(${"'a' + ".repeat(10_000)}req.query.x); });`;
    const rules = (await analyseText('src/a.js', text)).map(finding => finding.rule);
    expect(rules).toContain('code-injection');
  });

  it('ends on functions that call each other in every way', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `f${at}`);
    const calls = names.map(name => `${name}(a + b)`).join(' + ');
    const text = names
      .map(name => `function ${name}(a, b) { if (a) { return ${calls}; } return b; }`)
      .join('\n');
    const handler = "\napp.get('/', (req, res) => { eval(f0(req.query.x, 1)); });";
    expect(await analyseText('src/a.js', text + handler)).toBeDefined();
  });

  it('ends on deeply nested loops', async () => {
    const open = Array.from({ length: 40 }, (_, at) => `for (const k${at} of x) { x = x + k${at};`).join(
      '\n',
    );
    const text = `app.get('/', (req, res) => { let x = req.query.x;\n${open}\neval(x);${'}'.repeat(40)} });`;
    const rules = (await analyseText('src/a.js', text)).map(finding => finding.rule);
    expect(rules).toContain('code-injection');
  });
});
