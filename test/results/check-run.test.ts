import { describe, expect, it } from 'vitest';
import { renderCheckRun } from '../../src/results/check-run.ts';
import { exampleFinding, exampleResult, links, manyFindings } from './example-result.ts';

const gap = [{ path: 'src/huge.ts', reason: 'larger than 1 MiB' }];

describe('the conclusion of the check run', () => {
  it.each([
    ['success when nothing was found', exampleResult(), 'success'],
    ['failure at the threshold', exampleResult({ findings: [exampleFinding()] }), 'failure'],
    [
      'neutral below the threshold',
      exampleResult({ findings: [exampleFinding({ severity: 'low' })] }),
      'neutral',
    ],
    [
      'neutral with a threshold of never',
      exampleResult({ findings: [exampleFinding()], failOn: 'never' }),
      'neutral',
    ],
    ['neutral when incomplete', exampleResult({ outcome: 'incomplete', notAnalysed: gap }), 'neutral'],
    ['neutral when a pass has gaps', exampleResult({ outcome: 'passed', notAnalysed: gap }), 'neutral'],
    [
      'failure when incomplete with blocking findings',
      exampleResult({ outcome: 'incomplete', findings: [exampleFinding()], notAnalysed: gap }),
      'failure',
    ],
    ['action required when refused', exampleResult({ outcome: 'refused' }), 'action_required'],
    ['failure when failed', exampleResult({ outcome: 'failed' }), 'failure'],
    ['cancelled when cancelled', exampleResult({ outcome: 'cancelled' }), 'cancelled'],
  ])('is %s', (_, result, conclusion) => {
    expect(renderCheckRun(result, links).conclusion).toBe(conclusion);
  });
});

describe('annotations', () => {
  it('come in batches of at most 50, the most severe first, at most 250 in all', () => {
    const check = renderCheckRun(exampleResult({ findings: manyFindings(400) }), links);
    expect(check.annotations.map(batch => batch.length)).toEqual([50, 50, 50, 50, 50]);
    expect(check.annotations[0]?.[0]?.annotation_level).toBe('failure');
    expect(check.summary).toContain('150 findings of the least severe are not annotated');
  });

  it('have columns only when they stand on one line', () => {
    const findings = [exampleFinding(), exampleFinding({ endLine: 14, endColumn: 2 })];
    const [one, several] = renderCheckRun(exampleResult({ findings }), links).annotations.flat();
    expect(one).toMatchObject({ start_line: 12, end_line: 12, start_column: 3, end_column: 26 });
    expect(several).toMatchObject({ start_line: 12, end_line: 14 });
    expect(several).not.toHaveProperty('start_column');
  });
});

describe('the fields of the check run', () => {
  it('stay within the limits of GitHub however long the texts are', () => {
    const long = 'é'.repeat(30_000);
    const findings = manyFindings(300, { message: long, fix: long, rule: long, evidence: long });
    const notAnalysed = Array.from({ length: 500 }, () => ({ path: long, reason: long }));
    const check = renderCheckRun(exampleResult({ findings, notAnalysed, warnings: [long, long] }), links);
    expect(check.title.length).toBeLessThanOrEqual(255);
    expect(check.summary.length).toBeLessThanOrEqual(65_535);
    expect(check.text.length).toBeLessThanOrEqual(65_535);
    for (const annotation of check.annotations.flat()) {
      expect(annotation.title.length).toBeLessThanOrEqual(255);
      expect(Buffer.byteLength(annotation.message)).toBeLessThanOrEqual(65_536);
    }
    for (const action of check.actions) {
      expect(action.label.length).toBeLessThanOrEqual(20);
      expect(action.description.length).toBeLessThanOrEqual(40);
      expect(action.identifier.length).toBeLessThanOrEqual(20);
    }
  });

  it('offer to dismiss only when there is something to dismiss', () => {
    const identifiers = (findings: ReturnType<typeof manyFindings>): string[] =>
      renderCheckRun(exampleResult({ findings }), links).actions.map(action => action.identifier);
    expect(identifiers([])).toEqual(['rerun']);
    expect(identifiers([exampleFinding()])).toEqual(['rerun', `d:${exampleFinding().fingerprint}`]);
  });
});
