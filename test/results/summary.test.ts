import { expect, it } from 'vitest';
import { renderSummary } from '../../src/results/summary.ts';
import { exampleFinding, exampleResult, links, manyFindings } from './example-result.ts';

it('says the verdict, the counts and the coverage', () => {
  const summary = renderSummary(exampleResult({ findings: [exampleFinding()] }), links);
  expect(summary).toContain('## ❌ Security review: 1 finding to fix before merging');
  expect(summary).toContain('1 high<br>12 files (48 KB) · 61 rules · 0.8 s · no model');
});

it('stays under 1 MiB of UTF-8', () => {
  const findings = manyFindings(5_000, { message: '漢'.repeat(900), path: `${'漢'.repeat(300)}.ts` });
  const notAnalysed = findings.map(finding => ({ path: finding.path, reason: finding.message }));
  const summary = renderSummary(exampleResult({ findings, notAnalysed }), links);
  expect(Buffer.byteLength(summary)).toBeLessThan(1_048_576);
  expect(summary).toMatch(/findings left out here/);
});
