import { describe, expect, it } from 'vitest';
import { analyseFile } from '../../src/analysis/analyse-file.ts';
import { ignoreCommentsOf } from '../../src/analysis/ignore-comments.ts';
import { createSourceFile } from '../../src/analysis/source-file.ts';
import { workflowDetectors } from '../../src/detectors/workflows/index.ts';

describe('ignoreCommentsOf', () => {
  it.each([
    ['a # devops: ignore[x] because', [[1, 1, 'x']]],
    ['a // devops: ignore[x, y-z]', [[1, 1, 'x y-z']]],
    ['a -- zizmor: ignore[x]', [[1, 1, 'x']]],
    ['  # devops: ignore[x]\na', [[1, 2, 'x']]],
    ['<!-- devops: ignore[x] -->', [[1, 2, 'x']]],
    ['devops: ignore[x]', []],
    ['# devops: ignore', []],
    ['# devops: ignore[]', []],
    ['# other: ignore[x]', []],
  ])('reads %j', (text, expected) => {
    expect(
      ignoreCommentsOf(text).map(({ line, lastLine, rules }) => [line, lastLine, [...rules].join(' ')]),
    ).toEqual(expected);
  });
});

describe('comments that ask to ignore a finding', () => {
  const text = [
    'on: push',
    'jobs:',
    '  a:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      # devops: ignore[unpinned-uses] ours',
    '      - uses: octo/a@v1',
    '      - name: b # devops: ignore[unpinned-uses]',
    '        uses: octo/b@v1',
    '      - uses: octo/c@v1 # devops: ignore[artipacked]',
  ].join('\n');
  const analyse = (
    changed: 'all' | { start: number; end: number }[],
    mode?: 'all' | 'unchanged',
  ): readonly string[] => {
    const source = createSourceFile({ path: '.github/workflows/a.yml', text, parseTree: () => undefined });
    const { findings, ignored } = analyseFile(source, changed, workflowDetectors, mode);
    const lines = (list: typeof findings): string =>
      list.flatMap(({ rule, line }) => (rule === 'unpinned-uses' ? [line] : [])).join(' ');
    return [lines(findings), lines(ignored)];
  };

  it('are not honoured unless the caller says so', () => {
    expect(analyse('all')).toEqual(['7 9 10', '']);
  });

  it('are honoured everywhere in a tree that is trusted, for the rules that they name, and counted', () => {
    expect(analyse('all', 'all')).toEqual(['10', '7 9']);
  });

  it('are honoured in a change only on lines that it did not touch', () => {
    expect(analyse('all', 'unchanged')).toEqual(['7 9 10', '']);
    expect(analyse([{ start: 7, end: 9 }], 'unchanged')).toEqual(['9', '7']);
    // The comment of line 8 stands in the same step, but not on the changed line.
    expect(analyse([{ start: 9, end: 9 }], 'unchanged')).toEqual(['9', '']);
  });
});
