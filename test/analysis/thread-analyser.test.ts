import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createThreadAnalyser } from '../../src/analysis/thread-analyser.ts';
import type { FileToAnalyse } from '../../src/contracts/analysis.ts';
import { readListings } from '../detectors/code/variants/read-listing.ts';

/** Long, so that a busy machine leaves no file out. */
const fileTimeoutMs = 60_000;
const workerUrl = pathToFileURL('dist/detector-worker.js');

// Every third is enough to tell.
const listed = readListings('test/detectors/code/variants/listings')
  .filter((_, at) => at % 3 === 0)
  .map(({ path, text }, at): FileToAnalyse => ({ path: `part-${at}/${path}`, text, changedLines: 'all' }));
const files: readonly FileToAnalyse[] = [
  ...listed,
  { path: 'main.tf', text: 'module "a" {\n  source = "./a"\n  open = true\n}\n', changedLines: 'all' },
  { path: 'a/main.tf', text: 'variable "open" {}\n', changedLines: 'all' },
  { path: 'package.json', text: readFileSync('package.json', 'utf8'), changedLines: 'all' },
  { path: 'broken.json', text: '{', changedLines: 'all' },
];

/** The same permutation each time: no chance in a test. */
function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item, at) => ({ item, key: (at * 7919) % items.length }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

async function resultOf(given: readonly FileToAnalyse[], threads: number): Promise<string> {
  const analyser = createThreadAnalyser({ workerUrl, threads });
  try {
    return JSON.stringify(await analyser.analyse(given, { disabledRules: [], fileTimeoutMs }));
  } finally {
    await analyser.close();
  }
}

describe('an analysis', () => {
  it('gives the same, to the byte, whatever the number of threads and the order of the files', async () => {
    const expected = await resultOf(files, 1);
    expect(JSON.parse(expected).findings.length).toBeGreaterThan(50);
    expect(await resultOf(files, 2)).toBe(expected);
    expect(await resultOf(files.toReversed(), 4)).toBe(expected);
    expect(await resultOf(shuffled(files), 2)).toBe(expected);
  });
});
