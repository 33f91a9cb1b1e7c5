import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileAnalyser } from '../src/analysis/analyse-files.ts';
import { createSyntaxTrees } from '../src/analysis/syntax-trees.ts';
import type { FileToAnalyse } from '../src/contracts/analysis.ts';
import { codeDetectors } from '../src/detectors/code/index.ts';
import { megabytes, sourceTree } from './source-tree.ts';

/** Where a language's own library often stands on the machine that measures; `CODE_SPEED_<LANGUAGE>` names another folder. */
const folders: Readonly<Record<string, { readonly extension: string; readonly roots: readonly string[] }>> = {
  go: { extension: '.go', roots: ['/usr/share/go-1.19/src/net', '/usr/lib/go/src/net'] },
  python: { extension: '.py', roots: ['/usr/lib/python3'] },
  java: { extension: '.java', roots: [] },
};
const maxBytes = 4_000_000;

/** Rules for code in one thread, by language: processor time of a first and of a second pass over the same files. */
export async function codeSpeed(): Promise<object> {
  const results: Record<string, object> = {};
  for (const [name, files] of Object.entries(trees())) {
    results[name] =
      files.length === 0 ? { skipped: 'no source of this language found' } : await passes(files);
  }
  return results;
}

function trees(): Readonly<Record<string, readonly FileToAnalyse[]>> {
  const script = (extensions: readonly string[]): readonly FileToAnalyse[] =>
    sourceTree({ extensions, maxBytes: 12_000_000 })
      .filter(({ path }) => !path.endsWith('.d.ts'))
      .slice(0, 1500);
  const installed = Object.entries(folders).map(([name, { extension, roots }]) => {
    const root = [process.env[`CODE_SPEED_${name.toUpperCase()}`] ?? '', ...roots].find(folder =>
      existsSync(folder),
    );
    return [name, root === undefined ? [] : filesBelow(root, extension)] as const;
  });
  return {
    javascript: script(['.js']),
    typescript: script(['.ts', '.tsx']),
    ...Object.fromEntries(installed),
  };
}

function filesBelow(root: string, extension: string): readonly FileToAnalyse[] {
  const files: FileToAnalyse[] = [];
  let bytes = 0;
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!file.endsWith(extension)) continue;
    const text = readFileSync(join(root, file), 'utf8');
    if (text.length > 1_000_000) continue;
    files.push({ path: file, text, changedLines: 'all' });
    bytes += text.length;
    if (bytes > maxBytes) break;
  }
  return files;
}

async function passes(files: readonly FileToAnalyse[]): Promise<object> {
  const analyse = createFileAnalyser(
    codeDetectors,
    createSyntaxTrees(async name =>
      readFileSync(
        name === 'web-tree-sitter'
          ? 'node_modules/web-tree-sitter/web-tree-sitter.wasm'
          : `node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`,
      ),
    ),
  );
  const speeds: number[] = [];
  let findings = 0;
  for (let pass = 0; pass < 2; pass++) {
    const before = process.cpuUsage();
    findings = 0;
    for (const file of files) findings += (await analyse(file, { disabledRules: [] })).findings.length;
    const { user, system } = process.cpuUsage(before);
    speeds.push((megabytes(files) * 1e6) / (user + system));
  }
  return {
    files: files.length,
    mb: megabytes(files),
    firstPassMbPerSecond: speeds[0],
    secondPassMbPerSecond: speeds[1],
    findings,
  };
}
