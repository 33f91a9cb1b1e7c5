// Accuracy of the workflow rules on zizmor's labelled examples (`../shared/corpora`, see its README):
// `node scripts/run.mjs bench/accuracy/workflows.ts [--verbose]`.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { analyseFile } from '../../src/analysis/analyse-file.ts';
import { createSourceFile } from '../../src/analysis/source-file.ts';
import { atLeast } from '../../src/contracts/severity.ts';
import { workflowDetectors } from '../../src/detectors/workflows/index.ts';
import { tellSummary } from './summary.ts';

const exampleSchema = z.object({
  file: z.string(),
  persona: z.enum(['regular', 'pedantic', 'auditor']),
  text: z.string(),
  findings: z.array(z.object({ audit: z.string(), line: z.number() })),
});
type Example = z.infer<typeof exampleSchema>;
type Place = { readonly audit: string; readonly line: number };

/** The folder `shared` stands beside the repository, or beside its worktree's folder. */
const corpus = ['../shared', '../../shared', '../../../shared']
  .map(folder => resolve(folder, 'corpora/workflows.jsonl.gz'))
  .find(file => existsSync(file));
const known = new Set(workflowDetectors.map(detector => detector.meta.id));
const verbose = process.argv.includes('--verbose');

if (corpus === undefined) {
  console.log('workflows: ../shared/corpora/workflows.jsonl.gz is absent; nothing measured');
} else {
  report(
    gunzipSync(readFileSync(corpus))
      .toString('utf8')
      .trim()
      .split('\n')
      .map(line => exampleSchema.parse(JSON.parse(line))),
  );
}

/** Where zizmor's own file layout tells what a file is. */
function pathOf(file: string): string {
  const name = file.split('/').at(-1) ?? file;
  if (name.startsWith('action.')) return name;
  return name.startsWith('dependabot.') ? `.github/${name}` : `.github/workflows/${name}`;
}

/** Findings as the persona sees them: `regular` does not see `info`; comments that ask to ignore are honoured. */
function find(example: Example): readonly Place[] {
  const parseTree = (): undefined => undefined;
  const source = createSourceFile({ path: pathOf(example.file), text: example.text, parseTree });
  const { findings, unparsable } = analyseFile(source, 'all', workflowDetectors, 'all');
  if (unparsable !== undefined) console.log(`not analysed: ${example.file}: ${unparsable}`);
  return findings
    .filter(({ severity }) => example.persona !== 'regular' || atLeast(severity, 'low'))
    .map(({ rule, line }) => ({ audit: rule, line }));
}

function report(examples: readonly Example[]): void {
  const rows = new Map<string, { tp: number; fn: number; fp: number }>();
  const row = (audit: string): { tp: number; fn: number; fp: number } => {
    const found = rows.get(audit) ?? { tp: 0, fn: 0, fp: 0 };
    rows.set(audit, found);
    return found;
  };
  let clean = 0;
  let flagged = 0;
  for (const example of examples) {
    const found = [...find(example)];
    const wanted = example.findings;
    for (const place of wanted) {
      const index = found.findIndex(({ audit, line }) => audit === place.audit && line === place.line);
      if (index === -1) {
        row(place.audit).fn++;
        if (verbose) console.log(`missed ${example.file}:${place.line} ${place.audit} (${example.persona})`);
      } else {
        found.splice(index, 1);
        row(place.audit).tp++;
      }
    }
    for (const place of found) {
      row(place.audit).fp++;
      if (verbose) console.log(`extra  ${example.file}:${place.line} ${place.audit} (${example.persona})`);
    }
    if (wanted.length === 0) {
      clean++;
      if (found.length > 0) flagged++;
    }
  }
  print(rows, { clean, flagged });
}

function print(
  rows: ReadonlyMap<string, { readonly tp: number; readonly fn: number; readonly fp: number }>,
  files: { readonly clean: number; readonly flagged: number },
): void {
  const sorted = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1));
  console.log(`${'audit'.padEnd(34)}${'TP'.padStart(5)}${'FN'.padStart(5)}${'FP'.padStart(5)}`);
  for (const [audit, { tp, fn, fp }] of sorted) {
    const name = known.has(audit) ? audit : `${audit} (no rule)`;
    console.log(
      `${name.padEnd(34)}${String(tp).padStart(5)}${String(fn).padStart(5)}${String(fp).padStart(5)}`,
    );
  }
  const tp = sorted.reduce((sum, [, counts]) => sum + counts.tp, 0);
  const fn = sorted.reduce((sum, [, counts]) => sum + counts.fn, 0);
  const fp = sorted.reduce((sum, [, counts]) => sum + counts.fp, 0);
  console.log(
    `${'all'.padEnd(34)}${String(tp).padStart(5)}${String(fn).padStart(5)}${String(fp).padStart(5)}`,
  );
  console.log(`found at the exact line: ${((100 * tp) / (tp + fn)).toFixed(1)} % of ${tp + fn}`);
  console.log(`clean files flagged: ${files.flagged} of ${files.clean}`);
  tellSummary({
    family: 'workflows',
    measure: 'audits found at the exact line',
    found: tp,
    of: tp + fn,
    ...files,
  });
}
