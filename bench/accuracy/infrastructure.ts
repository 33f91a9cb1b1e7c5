// Accuracy of the infrastructure rules on good and bad examples (`../shared/corpora`, see its README):
// `node scripts/run.mjs bench/accuracy/infrastructure.ts [--verbose]`.
// A pair of a vulnerable and a clean example of one check counts as separated when some rule fires on the first and
// not on the second. The IAM rules take part: some checks are about policies.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { analyseFile } from '../../src/analysis/analyse-file.ts';
import { createSourceFile } from '../../src/analysis/source-file.ts';
import { iamDetectors } from '../../src/detectors/iam/index.ts';
import { infrastructureDetectors } from '../../src/detectors/infrastructure/index.ts';
import { tellSummary } from './summary.ts';
import { printTable } from './table.ts';

const exampleSchema = z.object({
  check: z.string(),
  type: z.enum(['terraform', 'cloudformation', 'kubernetes', 'dockerfile']),
  label: z.enum(['vulnerable', 'clean']),
  text: z.string(),
});
type Example = z.infer<typeof exampleSchema>;

const verbose = process.argv.includes('--verbose');
const detectors = [...infrastructureDetectors, ...iamDetectors];
const corpus = ['../shared', '../../shared', '../../../shared']
  .map(folder => resolve(folder, 'corpora/infrastructure.jsonl.gz'))
  .find(file => existsSync(file));
if (corpus === undefined) {
  console.log('infrastructure: ../shared/corpora/infrastructure.jsonl.gz is absent; nothing measured');
} else {
  const lines = gunzipSync(readFileSync(corpus)).toString('utf8').trim().split('\n');
  report(lines.map(line => exampleSchema.parse(JSON.parse(line))));
}

function pathOf({ type, text }: Example): string {
  if (type === 'terraform') return 'main.tf';
  if (type === 'dockerfile') return 'Dockerfile';
  return text.trimStart().startsWith('{') ? 'template.json' : 'template.yaml';
}

function rulesOf(example: Example): ReadonlySet<string> {
  const path = pathOf(example);
  const source = createSourceFile({ path, text: example.text, parseTree: () => undefined });
  const chosen = detectors.filter(detector => detector.appliesTo(path));
  const { findings, unparsable } = analyseFile(source, 'all', chosen);
  if (unparsable !== undefined) console.log(`not analysed: ${example.check}: ${unparsable}`);
  return new Set(findings.map(finding => finding.rule));
}

function report(examples: readonly Example[]): void {
  const judged = examples.map(example => ({ example, rules: rulesOf(example) }));
  const groups = Map.groupBy(judged, ({ example }) => `${example.type} ${example.check}`);
  const rows = new Map<string, { separated: number; pairs: number; checks: number; complete: number }>();
  for (const [name, group] of groups) {
    const type = name.split(' ', 1)[0] ?? '';
    const row = rows.get(type) ?? { separated: 0, pairs: 0, checks: 0, complete: 0 };
    rows.set(type, row);
    const of = (label: Example['label']) => group.filter(({ example }) => example.label === label);
    const pairs = of('vulnerable').flatMap(bad => of('clean').map(good => ({ bad, good })));
    const open = pairs.filter(({ bad, good }) => [...bad.rules].every(rule => good.rules.has(rule)));
    row.pairs += pairs.length;
    row.separated += pairs.length - open.length;
    row.checks += 1;
    if (open.length === 0) row.complete += 1;
    if (verbose && open[0] !== undefined) {
      console.log(`-- ${name}: ${open.length} of ${pairs.length} pairs not separated`);
      console.log(`vulnerable: ${[...open[0].bad.rules].join(' ')}\n${open[0].bad.example.text}`);
      console.log(`clean: ${[...open[0].good.rules].join(' ')}\n${open[0].good.example.text}`);
    }
  }
  printTable(
    ['type', 'pairs separated', 'pairs', '%', 'checks complete', 'checks'],
    [...rows].map(([type, row]) => [
      type,
      row.separated,
      row.pairs,
      Math.round((100 * row.separated) / row.pairs),
      row.complete,
      row.checks,
    ]),
  );
  const sum = (key: 'separated' | 'pairs'): number =>
    [...rows.values()].reduce((total, row) => total + row[key], 0);
  const measure = 'vulnerable and fixed example told apart';
  tellSummary({ family: 'infrastructure', measure, found: sum('separated'), of: sum('pairs') });
}
