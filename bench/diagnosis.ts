import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const bytesWanted = 50_000_000;

/**
 * `devops diagnose` over a log of 50 MB: ordinary lines with every fixture's output strewn in, so that one line in some
 * thirty wakes a recogniser. Time and memory of the whole process, with its start.
 */
export async function diagnosis(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'devops-bench-log-'));
  try {
    const log = join(folder, 'job.log');
    await writeLog(log);
    const runs = [0, 1, 2].map(() => measure(log));
    const best = runs.reduce((a, b) => (a.seconds <= b.seconds ? a : b));
    const idle = measure('/dev/null');
    return { megabytes: bytesWanted / 1e6, ...best, idle };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function writeLog(file: string): Promise<void> {
  const fixtures = 'test/diagnosis/fixtures';
  const outputs = readdirSync(fixtures)
    .filter(name => name.endsWith('.log'))
    .map(name => readFileSync(join(fixtures, name), 'utf8').replaceAll(/^.*##\[.*\n/gm, ''));
  const stamp = '2026-11-20T09:14:02.1234567Z ';
  const ordinary = Array.from(
    { length: 700 },
    (_, index) =>
      `${stamp}  resolved package-${index} from the registry, 1.${index}.0, 12.4 kB in ${index} ms\n`,
  ).join('');
  const stream = createWriteStream(file);
  stream.write(`${stamp}##[group]Run npm test\n${stamp}##[endgroup]\n`);
  for (let written = 0, turn = 0; written < bytesWanted; turn++) {
    const part = `${ordinary}${outputs[turn % outputs.length] ?? ''}`;
    written += part.length;
    if (!stream.write(part)) await once(stream, 'drain');
  }
  stream.end(`${stamp}##[error]Process completed with exit code 1.\n`);
  await once(stream, 'finish');
}

function measure(log: string): { readonly seconds: number; readonly peakMb: number } {
  const script = `process.argv=[process.argv[0],'devops','diagnose','--json','--log',${JSON.stringify(log)}];
process.on('exit',()=>process.stderr.write(String(process.resourceUsage().maxRSS)));
await import(${JSON.stringify(pathToFileURL('dist/cli.js').href)});`;
  const start = performance.now();
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return {
    seconds: (performance.now() - start) / 1_000,
    peakMb: Number(stderr.trim().split('\n').at(-1)) / 1024,
  };
}
