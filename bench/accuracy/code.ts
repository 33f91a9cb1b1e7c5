import { readFileSync } from 'node:fs';
import { createFileAnalyser } from '../../src/analysis/analyse-files.ts';
import { createSyntaxTrees } from '../../src/analysis/syntax-trees.ts';
import { codeDetectors } from '../../src/detectors/code/index.ts';
import { readFixtureCases } from '../../test/detectors/code/fixture-cases.ts';
import { flowVariants, libraryVariants } from '../../test/detectors/code/variants/flow-variants.ts';
import { readListings } from '../../test/detectors/code/variants/read-listing.ts';
import { tellSummary } from './summary.ts';
import { printTable } from './table.ts';

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
  { date: '2026-11-21', variants: 'Go: flows into SQL', found: '56 of 56', silent: '46 of 56' },
  { date: '2026-11-21', variants: 'Java: flows into SQL', found: '56 of 56', silent: '56 of 60' },
  {
    date: '2026-11-21',
    variants: 'Go: the same flows into 18 more classes and libraries',
    found: '476 of 504',
    silent: '504 of 504',
  },
  {
    date: '2026-11-21',
    variants: 'Java: the same flows into 23 more classes and libraries',
    found: '643 of 644',
    silent: '690 of 690',
  },
  {
    date: '2026-11-21',
    variants: 'settings in four languages, 35 classes and languages',
    found: '416 of 463',
    silent: '471 of 471',
  },
  {
    date: '2026-11-21',
    variants: 'JavaScript and Python: flows into 25 more classes and libraries',
    found: '600 of 600',
    silent: '575 of 600',
  },
  { date: '2026-11-21', variants: 'Go: uses of libraries', found: '99 of 101', silent: '95 of 100' },
  { date: '2026-11-21', variants: 'Java: uses of libraries', found: '105 of 108', silent: '99 of 101' },
  {
    date: '2026-11-21',
    variants: 'Java: programs in the manner of test suites, Spring',
    found: '26 of 27',
    silent: '26 of 28',
  },
  { date: '2026-11-21', variants: 'Go: Gin, Echo, Fiber, chi, mux', found: '10 of 12', silent: '8 of 8' },
  {
    date: '2026-11-21',
    variants: 'randomness, routes, mass assignment in up to four languages',
    found: '149 of 152',
    silent: '156 of 156',
  },
  {
    date: '2026-11-21',
    variants: 'debug mode (JavaScript, Go, Java), routes (Python), mass assignment (Java), ReDoS (Go)',
    found: '68 of 150',
    silent: '153 of 155',
  },
  {
    date: '2026-11-21',
    variants: 'the same classes once more, and ReDoS in JavaScript, after the rules were changed',
    found: '18 of 24',
    silent: '17 of 17',
  },
  {
    date: '2026-11-21 11:40',
    variants: 'whole files in the manner of a reviewer, framework idioms of all four languages',
    found: '81 of 124',
    silent: '79 of 81',
  },
  {
    date: '2026-11-21 12:02',
    variants: 'the same once more with other idioms, after the engine and the rules were changed',
    found: '51 of 65',
    silent: '38 of 40',
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

for (const { rule, language, variants } of [...flowVariants, ...libraryVariants])
  for (const variant of variants) await score(`${rule} ${language}`, rule, variant);
const languageOf: Readonly<Record<string, string>> = { js: 'javascript', py: 'python' };
for (const one of readFixtureCases('test/detectors/code/fixtures'))
  await score(`${one.rule} ${languageOf[one.language] ?? one.language}`, one.rule, one);
const languageOfFile: Readonly<Record<string, string>> = {
  ts: 'javascript',
  tsx: 'javascript',
  go: 'go',
  java: 'java',
  ...languageOf,
};
for (const one of readListings('test/detectors/code/variants/listings'))
  await score(`${one.rule} ${languageOfFile[one.path.split('.').at(-1) ?? ''] ?? 'settings'}`, one.rule, one);

const languages = ['javascript', 'python', 'go', 'java', 'settings'];
printTable(
  ['class', ...languages.flatMap(language => [`${language}: found`, 'silent'])],
  [...new Set([...rows.keys()].map(key => key.split(' ')[0] ?? ''))]
    .sort((a, b) => (a < b ? -1 : 1))
    .map(rule => [
      rule,
      ...languages.flatMap(language => {
        const row = rows.get(`${rule} ${language}`);
        return row === undefined
          ? ['', '']
          : [`${row.found} of ${row.vulnerable}`, `${row.silent} of ${row.safe}`];
      }),
    ]),
);
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
