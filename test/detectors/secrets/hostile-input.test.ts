import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretDetectors } from '../../../src/detectors/secrets/index.ts';
import { createSnippet } from '../../../src/detectors/secrets/provider-scan.ts';
import { analyseText } from '../analyse-text.ts';

const keywords = [...new Set(secretDetectors.flatMap(detector => detector.keywords ?? []))];
const size = 200_000;

/** Texts made to send patterns back and forth; each has to be gone through in one go. */
const hostileTexts: readonly { readonly name: string; readonly unit: string }[] = [
  'a',
  'A',
  '0',
  '=',
  '-',
  '_',
  ' ',
  '\n',
  '\\',
  '/',
  '+',
  '.',
  ':',
  '<',
  '~',
  '\u0000',
  '\ud800',
  '"',
  "'",
  '|',
  'a.',
  'a-',
  'a ',
  'a=',
  'a="',
  'key=',
  'key: ',
  'token="',
  'secret = ',
  '-u a:',
  '://a:',
  '://a:b@',
  'eyJ',
  'eyJa.',
  '-----BEGIN PRIVATE KEY-----',
  '"a"+',
  '"a" ',
  "'aaaa'\n",
  'a\\\n',
  'AAAA',
  '<a>',
  'value=',
  'basic ',
  '--token ',
  'machine a login b password ',
  'kind: Secret\ndata:\n',
  'sig=',
  'Server=a;',
  '{"kty":"RSA","d":"',
  'aaaaaaaa:',
  'a/',
  'a+',
  'token: a ',
  'key="aaaaaaa\\',
].map(unit => ({ name: JSON.stringify(unit), unit }));

describe('hostile input', () => {
  it.each(hostileTexts)('of many $name is gone through', async ({ unit }) => {
    const text = unit.repeat(Math.ceil(size / unit.length));
    await expect(analyseText('src/input.txt', `${keywords.join(' ')}\n${text}`)).resolves.toBeDefined();
  });

  it('of every keyword, over and over, is gone through', async () => {
    const text = keywords.join('').repeat(40);
    await expect(analyseText('src/input.txt', text)).resolves.toBeDefined();
  });

  it('of any shape gives findings that lie within the text', () => {
    const fragment = fc.oneof(
      fc.constantFrom(...keywords, ...hostileTexts.map(({ unit }) => unit)),
      fc.constantFrom(...secretDetectors.flatMap(({ meta }) => meta.examples.bad.map(({ text }) => text))),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 12 }), parts => {
        const text = parts.join('');
        const file = createSnippet(text);
        for (const detector of secretDetectors) {
          for (const { start, end } of detector.detect(file)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('the patterns', () => {
  const folder = 'src/detectors/secrets';

  /** A group that repeats something and is itself repeated without bound: `(a+)+`, `(?:a*b*)*`. */
  const nestedRepetition = /\((?:[^()\\\n]|\\.)*[+*](?:[^()\\\n]|\\.)*\)[+*]/;

  it.each(readdirSync(folder).filter(file => file.endsWith('.ts')))('of %s repeat no repetition', file => {
    const literals = readFileSync(`${folder}/${file}`, 'utf8')
      .split('\n')
      .filter(line => /String\.raw|(?:^|[=(,[\s])\/[^/*\s]/.test(line));
    expect(literals.filter(line => nestedRepetition.test(line))).toEqual([]);
  });
});
