import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildAction, pullRequestJob, runAction } from '../test/action/run-action.ts';
import { startFakeGitHub } from '../test/fakes/github/index.ts';

/** How often the job is run; the median is told. */
const runs = 5;
/** The aims: first line within 300 ms, the whole job within 2,000 ms, under 250 MB, a bundle under 5 MB. */
const files = 50;
const linesPerFile = 120;

/** The built Action on a pull request of 50 files against the stand-in GitHub: times, memory, calls, size. */
export async function actionJob(): Promise<object> {
  const entry = buildAction();
  const github = await startFakeGitHub({ permissions: { contents: 'read', pull_requests: 'write' } });
  try {
    const repository = github.state.repository({ name: 'bench' });
    repository.push('change', pullRequestFiles());
    const job = pullRequestJob(repository, repository.openPullRequest({ head: 'change' }));
    const measured = [];
    for (let run = 0; run < runs; run++) {
      const before = github.requests.length;
      const { firstLineMs, durationMs, peakMegabytes, exitCode } = await runAction({ entry, github, ...job });
      if (exitCode !== 0) throw new Error(`the job ended with ${exitCode}`);
      measured.push({ firstLineMs, durationMs, peakMegabytes, calls: github.requests.length - before });
    }
    return {
      files,
      firstLineMs: median(measured.map(({ firstLineMs }) => firstLineMs)),
      durationMs: median(measured.map(({ durationMs }) => durationMs)),
      peakMegabytes: Math.max(...measured.map(({ peakMegabytes }) => peakMegabytes)),
      gitHubCalls: Math.max(...measured.map(({ calls }) => calls)),
      bundleMegabytes: sizeOf(dirname(entry)) / 1e6,
    };
  } finally {
    await github.close();
  }
}

function pullRequestFiles(): Readonly<Record<string, string>> {
  const kinds = [
    {
      extension: 'ts',
      line: (n: number) => `export const f${n} = (a: string) => fetch(a).then(r => r.json());`,
    },
    { extension: 'tsx', line: (n: number) => `export const V${n} = (p: { a: string }) => <b>{p.a}</b>;` },
    { extension: 'js', line: (n: number) => `export function g${n}(a, b) { return a + b; }` },
    { extension: 'py', line: (n: number) => `def h${n}(a, b): return a + b` },
    { extension: 'yml', line: (n: number) => `key${n}: value ${n}` },
  ];
  return Object.fromEntries(
    Array.from({ length: files }, (_, index) => {
      const kind = kinds[index % kinds.length] ?? { extension: 'txt', line: String };
      const text = Array.from({ length: linesPerFile }, (_line, n) => kind.line(n)).join('\n');
      return [`src/file${index}.${kind.extension}`, `${text}\n`];
    }),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
