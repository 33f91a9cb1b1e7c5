// Accuracy and speed of the secrets rules on labelled examples (`../shared/corpora`, see its README) and on the
// source of installed packages: `node scripts/run.mjs bench/accuracy/secrets.ts [--verbose] [--noise <folder>…]`.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { createFileAnalyser } from '../../src/analysis/analyse-files.ts';
import { createSyntaxTrees } from '../../src/analysis/syntax-trees.ts';
import type { Finding } from '../../src/contracts/finding.ts';
import { secretDetectors } from '../../src/detectors/secrets/index.ts';
import { tellSummary } from './summary.ts';
import { printTable } from './table.ts';

const exampleSchema = z.object({
  type: z.string(),
  label: z.enum(['leak', 'clean']),
  path: z.string(),
  text: z.string(),
});
type Example = z.infer<typeof exampleSchema>;

const verbose = process.argv.includes('--verbose');
/** The folder `shared` stands beside the repository, or beside its worktree's folder. */
const corpus = ['../shared', '../../shared', '../../../shared']
  .map(folder => resolve(folder, 'corpora/secrets.jsonl.gz'))
  .find(file => existsSync(file));
/** Ordinary, readable source: about 20 MB of JavaScript, TypeScript and documentation. */
const noiseFolders = process.argv.includes('--noise')
  ? process.argv.slice(process.argv.indexOf('--noise') + 1)
  : [
      '@openai',
      '@octokit',
      'zod',
      'kysely',
      'probot',
      'yaml',
      'typescript',
      'vitest',
      'knip',
      '@types',
      'pg',
    ].map(name => join('node_modules', name));

const analyse = createFileAnalyser(
  secretDetectors,
  createSyntaxTrees(async () => undefined),
);
const find = async (path: string, text: string): Promise<readonly Finding[]> =>
  (await analyse({ path, text, changedLines: 'all' }, { disabledRules: [] })).findings;

if (corpus === undefined) {
  console.log('secrets: ../shared/corpora/secrets.jsonl.gz is absent; only noise and speed are measured');
} else {
  const lines = gunzipSync(readFileSync(corpus)).toString('utf8').trim().split('\n');
  await reportAccuracy(lines.map(line => exampleSchema.parse(JSON.parse(line))));
}
await reportNoise(noiseFolders.flatMap(folder => [...sourceFiles(folder)]));

async function reportAccuracy(examples: readonly Example[]): Promise<void> {
  const counts = new Map<
    string,
    { leaks: number; found: number; named: number; clean: number; flagged: number }
  >();
  // The set labels some texts a leak for one rule and clean for its sibling; any finding in them is right.
  const leaks = new Set(examples.filter(({ label }) => label === 'leak').map(({ text }) => text));
  const consistent = examples.filter(
    ({ label, text }) => label === 'leak' || text === '' || !leaks.has(text),
  );
  for (const { type, label, path, text } of consistent) {
    const row = counts.get(type) ?? { leaks: 0, found: 0, named: 0, clean: 0, flagged: 0 };
    counts.set(type, row);
    const findings = await find(path === '' ? 'src/config.txt' : path, text);
    const hit = findings.length > 0;
    if (label === 'leak') {
      row.leaks++;
      if (hit) row.found++;
      if (findings.some(finding => finding.rule !== 'generic-secret')) row.named++;
    } else {
      row.clean++;
      if (hit) row.flagged++;
    }
    if (verbose && hit !== (label === 'leak'))
      console.log(
        hit ? 'extra ' : 'missed',
        type,
        path,
        JSON.stringify(text),
        findings.map(({ rule }) => rule).join(),
      );
  }
  const rows = [...counts]
    .map(([type, row]) => ({ type, ...row }))
    .toSorted((a, b) => (a.type < b.type ? -1 : 1));
  const wrong = rows.filter(row => row.found < row.leaks || row.flagged > 0 || row.named < row.leaks);
  printTable(
    ['kind (only those with a gap)', 'leaks', 'found', 'by own rule', 'clean', 'flagged'],
    wrong.map(row => [row.type, row.leaks, row.found, row.named, row.clean, row.flagged]),
  );
  const sum = (key: 'leaks' | 'found' | 'named' | 'clean' | 'flagged'): number =>
    rows.reduce((total, row) => total + row[key], 0);
  console.log(
    `recall: ${percent(sum('found'), sum('leaks'))} of ${sum('leaks')} (${percent(sum('named'), sum('leaks'))} by a rule of their own)`,
  );
  tellSummary({
    family: 'secrets',
    measure: 'labelled examples found',
    found: sum('found'),
    of: sum('leaks'),
    flagged: sum('flagged'),
    clean: sum('clean'),
  });
  console.log(`kinds fully found: ${rows.filter(row => row.found === row.leaks).length} of ${rows.length}`);
  console.log(
    `clean examples flagged: ${sum('flagged')} of ${sum('clean')} (${percent(sum('flagged'), sum('clean'))})`,
  );
}

async function reportNoise(files: readonly string[]): Promise<void> {
  const perRule = new Map<string, number>();
  let bytes = 0;
  let milliseconds = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    bytes += text.length;
    const start = process.cpuUsage();
    const findings = await find(file, text);
    milliseconds += process.cpuUsage(start).user / 1000;
    for (const { rule, line, evidence } of findings) {
      perRule.set(rule, (perRule.get(rule) ?? 0) + 1);
      if (verbose) console.log(`noise  ${rule} ${file}:${line} ${evidence.trim()}`);
    }
  }
  const total = [...perRule.values()].reduce((sum, count) => sum + count, 0);
  printTable(
    ['rule', 'findings in ordinary source'],
    [...perRule].map(([rule, count]) => [rule, count]),
  );
  console.log(`noise: ${total} findings in ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
  console.log(`speed: ${(bytes / 1000 / milliseconds).toFixed(1)} MB/s of processor time`);
}

function* sourceFiles(folder: string): Iterable<string> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (
      entry.isFile() &&
      /\.(?:[cm]?[jt]sx?|py|go|java|rb|pl|sh|tf|md|json|ya?ml|toml|ini|cfg|conf)$/.test(file) &&
      statSync(file).size < 1_000_000
    )
      yield file;
  }
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
