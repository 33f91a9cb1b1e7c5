import type { ParseCode } from '../../contracts/code-review.ts';
import type { ExportedSymbol } from './exported-symbol.ts';
import { goExports } from './go.ts';
import { javaExports } from './java.ts';
import { javascriptExports } from './javascript.ts';
import { pythonExports } from './python.ts';

const readers = [
  { path: /\.(?:[cm]?[jt]sx?)$/, read: javascriptExports },
  { path: /\.pyi?$/, read: pythonExports },
  { path: /\.go$/, read: goExports },
  { path: /\.java$/, read: javaExports },
] as const;

/** What a file exports; undefined when it cannot be told (no grammar, syntax errors). */
export function exportsOf(
  path: string,
  text: string,
  parse: ParseCode,
): readonly ExportedSymbol[] | undefined {
  const reader = readers.find(({ path: pattern }) => pattern.test(path));
  if (reader === undefined) return undefined;
  const tree = parse(path, text);
  if (tree === undefined) return undefined;
  try {
    // In a broken file anything may look removed.
    return tree.rootNode.hasError ? undefined : reader.read(tree.rootNode);
  } finally {
    tree.delete();
  }
}
