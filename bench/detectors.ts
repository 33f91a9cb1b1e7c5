import { pathToFileURL } from 'node:url';
import { createThreadAnalyser } from '../src/analysis/thread-analyser.ts';
import type { FileToAnalyse } from '../src/contracts/analysis.ts';
import { detectors } from '../src/detectors/index.ts';
import { otherScanners } from './other-scanners.ts';
import { megabytes, sourceTree } from './source-tree.ts';

const workerUrl = pathToFileURL('dist/detector-worker.js');

/**
 * Detectors over a real tree in one thread, by family, beside other secret scanners over the same files, and a pull
 * request of 300 files in as many threads as the machine has.
 */
export async function detectorSpeed(): Promise<object> {
  const tree = sourceTree({ extensions: ['.js', '.ts', '.md', '.json'], maxBytes: 12_000_000 });
  const code = tree.filter(({ path }) => /\.(js|ts)$/.test(path) && !path.endsWith('.d.ts'));
  const families = [...new Set(detectors.map(({ meta }) => meta.family))];
  const speeds: Record<string, number> = {};
  for (const family of families) {
    const files = family === 'code' ? code : tree;
    speeds[family] = megabytes(files) / (await seconds(files, 1, family));
  }
  const pullRequest = code.slice(0, 300);
  const secrets = megabytes(tree) / (speeds['secrets'] ?? Number.NaN);
  const others = otherScanners(tree);
  return {
    treeFiles: tree.length,
    treeMb: megabytes(tree),
    mbPerSecondByFamily: speeds,
    mbPerSecondAll: megabytes(tree) / (await seconds(tree, 1)),
    secretsBeside: Object.fromEntries(
      Object.entries(others).map(([name, other]) => [
        name,
        'skipped' in other
          ? other
          : { ...other, mbPerSecond: megabytes(tree) / other.seconds, timesAsFast: other.seconds / secrets },
      ]),
    ),
    pullRequestOf300Files: { mb: megabytes(pullRequest), seconds: await seconds(pullRequest, 2) },
  };
}

/** The shortest of two runs; the first one also warms up the thread's code. */
async function seconds(files: readonly FileToAnalyse[], threads: number, family?: string): Promise<number> {
  const disabledRules = detectors
    .filter(({ meta }) => family !== undefined && meta.family !== family)
    .map(({ meta }) => meta.id);
  const analyser = createThreadAnalyser({ workerUrl, threads });
  try {
    const runs: number[] = [];
    for (let run = 0; run < 2; run++) {
      const startedAt = performance.now();
      await analyser.analyse(files, { disabledRules });
      runs.push((performance.now() - startedAt) / 1000);
    }
    return Math.min(...runs);
  } finally {
    await analyser.close();
  }
}
