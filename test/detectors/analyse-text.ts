import { readFile } from 'node:fs/promises';
import { createFileAnalyser } from '../../src/analysis/analyse-files.ts';
import { createSyntaxTrees } from '../../src/analysis/syntax-trees.ts';
import type { FileToAnalyse } from '../../src/contracts/analysis.ts';
import type { RuleExample } from '../../src/contracts/detector.ts';
import type { Finding } from '../../src/contracts/finding.ts';
import { detectors } from '../../src/detectors/index.ts';

const modules = new URL('../../node_modules/', import.meta.url);

/** Grammars from the installed packages. */
export const trees = createSyntaxTrees(async name =>
  readFile(
    new URL(
      name === 'web-tree-sitter'
        ? 'web-tree-sitter/web-tree-sitter.wasm'
        : `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`,
      modules,
    ),
  ),
);
const analyse = createFileAnalyser(detectors, trees);

/** Every finding of every rule in one text. @throws when the file was not analysed. */
export async function analyseText(
  path: string,
  text: string,
  changedLines: FileToAnalyse['changedLines'] = 'all',
): Promise<readonly Finding[]> {
  return await analyseExample({ path, text }, changedLines);
}

/** The same for an example that is more than one text. */
export async function analyseExample(
  example: RuleExample,
  changedLines: FileToAnalyse['changedLines'] = 'all',
): Promise<readonly Finding[]> {
  const { path } = example;
  const { findings, notAnalysed } = await analyse({ ...example, changedLines }, { disabledRules: [] });
  if (notAnalysed !== undefined) throw new Error(`${path}: ${notAnalysed.reason}`);
  return findings;
}
