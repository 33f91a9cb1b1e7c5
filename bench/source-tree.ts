import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileToAnalyse } from '../src/contracts/analysis.ts';

/** Packages whose published sources are ordinary, readable code; all are dependencies of this project. */
const packages = [
  'kysely',
  'zod',
  'openai',
  'probot',
  '@octokit',
  'commander',
  'yaml',
  'fast-check',
  'vite',
  '@openai',
];
/** Longest average line, characters, of a file that people wrote. */
const maxLineLength = 200;

/** Readable source files of installed packages, in a fixed order, up to about `maxBytes`. */
export function sourceTree(options: {
  readonly extensions: readonly string[];
  readonly maxBytes: number;
}): readonly FileToAnalyse[] {
  const files: FileToAnalyse[] = [];
  let bytes = 0;
  for (const name of packages) {
    for (const file of readdirSync(join('node_modules', name), {
      recursive: true,
      encoding: 'utf8',
    }).toSorted()) {
      const path = join('node_modules', name, file);
      if (bytes >= options.maxBytes) return files;
      if (!options.extensions.some(extension => path.endsWith(extension)) || !statSync(path).isFile())
        continue;
      const text = readFileSync(path, 'utf8');
      if (text.length > 1_000_000 || text.length / (text.split('\n').length + 1) > maxLineLength) continue;
      files.push({ path: `src/${name}/${file}`, text, changedLines: 'all' });
      bytes += text.length;
    }
  }
  return files;
}

/** Millions of bytes of UTF-8. */
export function megabytes(files: readonly FileToAnalyse[]): number {
  return files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1_000_000;
}
