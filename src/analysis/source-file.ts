import type { Tree } from 'web-tree-sitter';
import type { SourceFile } from '../contracts/detector.ts';

/** Parses a text; undefined when no grammar fits the path or none was loaded. */
export type ParseTree = (path: string, text: string) => Tree | undefined;

/** A file whose parses are computed once, on first use. `release` frees the tree's WebAssembly memory. */
export function createSourceFile(options: {
  readonly path: string;
  readonly text: string;
  readonly parseTree: ParseTree;
  readonly base?: string | undefined;
  readonly beside?: SourceFile['beside'] | undefined;
}): SourceFile & { release(): void } {
  const memory = new Map<string, unknown>();
  let tree: Tree | undefined;
  let parsed = false;
  const file: SourceFile & { release(): void } = {
    path: options.path,
    text: options.text,
    base: options.base,
    beside: options.beside ?? [],
    tree() {
      if (!parsed) {
        parsed = true;
        tree = options.parseTree(options.path, options.text);
      }
      return tree;
    },
    memo<T>(key: string, compute: (file: SourceFile) => T): T {
      if (!memory.has(key)) memory.set(key, compute(file));
      return memory.get(key) as T;
    },
    release() {
      tree?.delete();
      tree = undefined;
      memory.clear();
    },
  };
  return file;
}
