import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFile } from '../../../src/analysis/analyse-file.ts';
import { createSourceFile } from '../../../src/analysis/source-file.ts';
import { agentDetectors } from '../../../src/detectors/agents/index.ts';
import { iamDetectors } from '../../../src/detectors/iam/index.ts';
import { infrastructureDetectors } from '../../../src/detectors/infrastructure/index.ts';

const detectors = [...agentDetectors, ...iamDetectors, ...infrastructureDetectors];
/** One example of each kind of file, to be cut up and put together wrongly. */
const examples = detectors
  .filter((_, index) => index % 7 === 0)
  .flatMap(({ meta }) => [...meta.examples.bad, ...meta.examples.good]);

function analyse(path: string, text: string) {
  const source = createSourceFile({ path, text, parseTree: () => undefined });
  return analyseFile(
    source,
    'all',
    detectors.filter(detector => detector.appliesTo(path)),
  );
}

describe('damaged files', () => {
  it('never make a rule throw or point outside the text', () => {
    const damage = fc.record({
      example: fc.constantFrom(...examples),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(20),
      insert: fc.constantFrom(
        '',
        '{',
        '}',
        '"',
        '\n',
        '[',
        ': ',
        '${',
        '<<EOF\n',
        '- ',
        '*a',
        '&a ',
        '\\',
        'null',
        '[]',
        '{}',
      ),
    });
    fc.assert(
      fc.property(damage, ({ example: { path, text }, at, length, insert }) => {
        const start = Math.floor(at * text.length);
        const damaged = text.slice(0, start) + insert + text.slice(start + length);
        const { findings } = analyse(path, damaged);
        const lines = damaged.split('\n').length;
        expect(findings.every(finding => finding.line >= 1 && finding.endLine <= lines)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['main.tf', 'resource "aws_s3_bucket" "a" {\n'.repeat(20_000)],
    [
      'main.tf',
      `locals {\n${Array.from({ length: 5000 }, (_, n) => `a${n} = local.a${n + 1}\n`).join('')}}\n`,
    ],
    ['main.tf', 'locals {\n a = local.a\n}\nresource "aws_ebs_volume" "v" {\n encrypted = local.a\n}\n'],
    ['compose.yaml', `services:\n${'  a: &a [*a, *a]\n'.repeat(50)}`],
    [
      'policy.json',
      `{"Statement": [${'{"Effect": "Allow", "Action": ["*:*"], "Resource": "*"},'.repeat(5000)} null]}`,
    ],
    [
      'policy.json',
      `{"Statement": {"Effect": "Allow", "Action": "s3:${'*a'.repeat(20_000)}", "Resource": "arn:aws:s3:::${'*b'.repeat(20_000)}"}}`,
    ],
    ['Dockerfile', `FROM a\nRUN ${'curl x | \\\n'.repeat(20_000)}`],
    ['README.md', '<!--'.repeat(50_000)],
    ['AGENTS.md', 'ignore '.repeat(50_000)],
  ])('%s of a hostile shape is done with', (path, text) => {
    expect(analyse(path, text).findings.length).toBeGreaterThanOrEqual(0);
  });
});
