import type { SourceFile } from '../../../contracts/detector.ts';
import type { Language, Program } from '../engine/ir.ts';
import { lowerGo } from './go.ts';
import { lowerJava } from './java.ts';
import { lowerJavascript } from './javascript.ts';
import { lowerPython } from './python.ts';
import { copyTree, type SyntaxNode } from './syntax-node.ts';

const languageByExtension: Readonly<Record<string, Language>> = {
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  ts: 'javascript',
  mts: 'javascript',
  cts: 'javascript',
  tsx: 'javascript',
  py: 'python',
  go: 'go',
  java: 'java',
};

/** Minified bundles and declarations hold no code that people write. */
const notSource = /\.min\.[cm]?js$|\.d\.[cm]?ts$/;

/** The language a path is analysed as, if any. */
export function languageOfPath(path: string): Language | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return notSource.test(name) ? undefined : languageByExtension[name.slice(name.lastIndexOf('.') + 1)];
}

type LowerRoot = (root: SyntaxNode, text: string) => Omit<Program, 'size'>;

const lowerings: Readonly<Partial<Record<Language, LowerRoot>>> = {
  javascript: lowerJavascript,
  python: lowerPython,
  go: lowerGo,
  java: lowerJava,
};

/**
 * Lowers a file's syntax tree; undefined when there is none.
 * @throws AppError `code-too-deep` when the code is nested deeper than what is analysed.
 */
export function lowerFile(file: SourceFile): Program | undefined {
  const language = languageOfPath(file.path);
  const lower = language === undefined ? undefined : lowerings[language];
  const tree = lower === undefined ? undefined : file.tree();
  if (lower === undefined || tree === undefined) return undefined;
  return { ...lower(copyTree(tree), file.text), size: tree.rootNode.descendantCount };
}
