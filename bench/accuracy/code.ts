import { readFileSync } from 'node:fs';
import { createFileAnalyser } from '../../src/analysis/analyse-files.ts';
import { createSyntaxTrees } from '../../src/analysis/syntax-trees.ts';
import { codeDetectors } from '../../src/detectors/code/index.ts';
import { readFixtureCases } from '../../test/detectors/code/fixture-cases.ts';
import { flowVariants } from '../../test/detectors/code/variants/flow-variants.ts';
import { tellSummary } from './summary.ts';

/** What the variants in `fixtures` scored when they were first run, before anything was changed for them. */
const firstRuns = [
  {
    date: '2026-11-21',
    variants: 'injection, traversal, XSS, SSRF, redirect: 12 classes and languages',
    found: '134 of 144',
    silent: '135 of 144',
  },
  {
    date: '2026-11-21',
    variants: 'the other classes: 20 classes and languages',
    found: '71 of 72',
    silent: '69 of 72',
  },
];

type Row = { found: number; vulnerable: number; silent: number; safe: number };

const trees = createSyntaxTrees(async name =>
  readFileSync(
    name === 'web-tree-sitter'
      ? 'node_modules/web-tree-sitter/web-tree-sitter.wasm'
      : `node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`,
  ),
);
const analyse = createFileAnalyser(codeDetectors, trees);
const rows = new Map<string, Row>();

async function score(
  key: string,
  rule: string,
  one: { readonly path: string; readonly text: string; readonly vulnerable: boolean },
): Promise<void> {
  const row = rows.get(key) ?? { found: 0, vulnerable: 0, silent: 0, safe: 0 };
  rows.set(key, row);
  const { findings } = await analyse(
    { path: one.path, text: one.text, changedLines: 'all' },
    { disabledRules: [] },
  );
  const reported = findings.some(finding => finding.rule === rule);
  if (one.vulnerable) {
    row.vulnerable++;
    if (reported) row.found++;
  } else {
    row.safe++;
    if (!reported) row.silent++;
  }
}

for (const { rule, language, variants } of flowVariants)
  for (const variant of variants) await score(`flows    ${rule} ${language}`, rule, variant);
for (const one of readFixtureCases('test/detectors/code/fixtures'))
  await score(`variants ${one.rule} ${one.language}`, one.rule, one);

for (const [key, row] of rows) {
  console.log(
    key.padEnd(52),
    `found ${row.found}/${row.vulnerable}`.padEnd(16),
    `silent ${row.silent}/${row.safe}`,
  );
}
const sum = [...rows.values()].reduce((a, b) => ({
  found: a.found + b.found,
  vulnerable: a.vulnerable + b.vulnerable,
  silent: a.silent + b.silent,
  safe: a.safe + b.safe,
}));
console.log(`\nall: found ${sum.found} of ${sum.vulnerable}, silent on ${sum.silent} of ${sum.safe}`);
tellSummary({
  family: 'code',
  measure: 'variants of unsafe code found',
  found: sum.found,
  of: sum.vulnerable,
  flagged: sum.safe - sum.silent,
  clean: sum.safe,
});
for (const run of firstRuns)
  console.log(`first run ${run.date}, ${run.variants}: found ${run.found}, silent on ${run.silent}`);
