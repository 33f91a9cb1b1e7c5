// Accuracy of the IAM rules on parliament's labelled policies (`../shared/corpora`, see its README):
// `node scripts/run.mjs bench/accuracy/iam.ts [--verbose]`.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { analyseFile } from '../../src/analysis/analyse-file.ts';
import { createSourceFile } from '../../src/analysis/source-file.ts';
import { iamDetectors } from '../../src/detectors/iam/index.ts';
import { tellSummary } from './summary.ts';
import { printTable } from './table.ts';

const exampleSchema = z.object({ policy: z.string(), findings: z.array(z.string()) });
type Example = z.infer<typeof exampleSchema>;

/** Which of our rules say the same as a label. */
const rulesOfLabel: Readonly<Record<string, readonly string[]>> = {
  MALFORMED: ['iam-policy-structure'],
  DUPLICATE_SID: ['iam-duplicate-sid'],
  UNKNOWN_ACTION: ['iam-unknown-action'],
  UNKNOWN_OPERATOR: ['iam-condition-operator'],
  UNKNOWN_CONDITION_FOR_ACTION: ['iam-condition-key'],
  MISMATCHED_TYPE: ['iam-condition-type'],
  MISMATCHED_TYPE_BUT_USABLE: ['iam-condition-type'],
  RESOURCE_STAR: ['iam-resource-wildcard'],
  RESOURCE_EFFECTIVELY_STAR: ['iam-resource-wildcard'],
  RESOURCE_MISMATCH: ['iam-resource-mismatch'],
  PRIVILEGE_ESCALATION: ['iam-privilege-escalation'],
  RESOURCE_POLICY_PRIVILEGE_ESCALATION: ['iam-permissions-management'],
  PERMISSIONS_MANAGEMENT_ACTIONS: ['iam-permissions-management'],
  CREDENTIALS_EXPOSURE: ['iam-credentials-exposure'],
  SENSITIVE_ACCESS: ['iam-sensitive-access'],
};
/** Rules about the document's form: a clean policy has none of their findings. */
const structural = [
  'iam-policy-structure',
  'iam-duplicate-sid',
  'iam-unknown-action',
  'iam-condition-operator',
  'iam-condition-key',
  'iam-condition-type',
  'iam-invalid-arn',
  'iam-resource-mismatch',
];

const verbose = process.argv.includes('--verbose');
const corpus = ['../shared', '../../shared', '../../../shared']
  .map(folder => resolve(folder, 'corpora/iam-policies.jsonl.gz'))
  .find(file => existsSync(file));
if (corpus === undefined)
  console.log('iam: ../shared/corpora/iam-policies.jsonl.gz is absent; nothing measured');
else {
  const lines = gunzipSync(readFileSync(corpus)).toString('utf8').trim().split('\n');
  report(lines.map(line => exampleSchema.parse(JSON.parse(line))));
}

function rulesOf(example: Example): ReadonlySet<string> {
  const source = createSourceFile({ path: 'policy.json', text: example.policy, parseTree: () => undefined });
  return new Set(analyseFile(source, 'all', iamDetectors).findings.map(finding => finding.rule));
}

function report(examples: readonly Example[]): void {
  const rows = new Map<string, { found: number; missed: number }>();
  let clean = 0;
  let flagged = 0;
  for (const example of examples) {
    const rules = rulesOf(example);
    for (const label of example.findings) {
      const row = rows.get(label) ?? { found: 0, missed: 0 };
      rows.set(label, row);
      if ((rulesOfLabel[label] ?? []).some(rule => rules.has(rule))) row.found += 1;
      else {
        row.missed += 1;
        if (verbose) console.log(`missed ${label} (found ${[...rules].join(', ')}) in ${example.policy}`);
      }
    }
    if (example.findings.length > 0) continue;
    clean += 1;
    const wrong = structural.filter(rule => rules.has(rule));
    if (wrong.length > 0) flagged += 1;
    if (verbose && wrong.length > 0) console.log(`clean, but ${wrong.join(', ')} in ${example.policy}`);
  }
  const sum = [...rows.values()].reduce((total, row) => total + row.found, 0);
  const all = [...rows.values()].reduce((total, row) => total + row.found + row.missed, 0);
  printTable(
    ['label', 'found', 'missed'],
    [...rows]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, { found, missed }]) => [label, found, missed]),
  );
  console.log(`\niam: ${sum} of ${all} labelled findings (${Math.round((100 * sum) / all)} %)`);
  console.log(`iam: ${flagged} of ${clean} clean policies flagged for structure`);
  tellSummary({ family: 'iam', measure: 'labelled findings found', found: sum, of: all, flagged, clean });
}
