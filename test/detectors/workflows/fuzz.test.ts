import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFile } from '../../../src/analysis/analyse-file.ts';
import { createSourceFile } from '../../../src/analysis/source-file.ts';
import { workflowDetectors } from '../../../src/detectors/workflows/index.ts';

/** Every example of every rule: the corpus that is mutated. */
const examples = workflowDetectors.flatMap(({ meta }) => [...meta.examples.bad, ...meta.examples.good]);

const noise = fc.constantFrom(
  '${{',
  '}}',
  "'",
  '"',
  '|',
  '>-',
  '&a ',
  '*a',
  '<<: *a',
  '\n',
  '\r\n',
  '      ',
  '- ',
  ': ',
  '[',
  '{',
  '}',
  '#',
  '\t',
  '\u0000',
  '\u2028',
  '😀',
  'github.event.issue.title',
  '>> $GITHUB_ENV',
);

const mutated = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), noise), { minLength: 1, maxLength: 6 }),
  )
  .map(([{ path, text }, edits]) => ({
    path,
    text: edits.reduce((current, [at, remove, insert]) => {
      const place = at % (current.length + 1);
      return current.slice(0, place) + insert + current.slice(place + remove);
    }, text),
  }));

const analyse = (path: string, text: string): ReturnType<typeof analyseFile> =>
  analyseFile(createSourceFile({ path, text, parseTree: () => undefined }), 'all', workflowDetectors);

describe('workflow rules on mutated files', () => {
  it('never fail, and report inside the file', () => {
    fc.assert(
      fc.property(mutated, ({ path, text }) => {
        const lines = text.split('\n').length;
        for (const finding of analyse(path, text).findings) {
          expect(finding.line).toBeLessThanOrEqual(lines);
          expect(finding.endLine).toBeGreaterThanOrEqual(finding.line);
          expect(finding.endLine).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('say the same every time', () => {
    fc.assert(
      fc.property(mutated, ({ path, text }) => {
        expect(analyse(path, text)).toEqual(analyse(path, text));
      }),
      { numRuns: 200 },
    );
  });
});
