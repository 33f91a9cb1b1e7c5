// Accuracy of all families, one table at the end: `npm run bench:accuracy`. What is not in the repository (the labelled
// sets in `../shared/corpora`) is not measured where it is absent, and that family then says so.
import { execFileSync } from 'node:child_process';
import { readSummaries, type Summary } from './summary.ts';
import { printTable } from './table.ts';

const families = ['secrets', 'workflows', 'code', 'iam', 'infrastructure'];

const summaries: Summary[] = [];
for (const family of families) {
  console.log(`\n# ${family}`);
  const output = execFileSync(process.execPath, ['scripts/run.mjs', `bench/accuracy/${family}.ts`], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  console.log(output.replaceAll(/^summary .*\n/gm, '').trimEnd());
  summaries.push(...readSummaries(output));
}

console.log('\n# All');
printTable(
  ['family', 'measure', 'found', 'of', '%', 'clean flagged'],
  summaries.map(({ family, measure, found, of, flagged, clean }) => [
    family,
    measure,
    found,
    of,
    Math.round((1000 * found) / of) / 10,
    flagged === undefined ? '' : `${flagged} of ${clean}`,
  ]),
);
