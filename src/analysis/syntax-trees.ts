import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { Grammar } from '../contracts/detector.ts';
import { grammarOfPath } from './grammar-of-path.ts';

/** Reads the WebAssembly of a grammar, or of the runtime itself (`web-tree-sitter`). */
export type ReadGrammar = (name: Grammar | 'web-tree-sitter') => Promise<Uint8Array | undefined>;

/** Loads grammars on demand and parses with them. */
export type SyntaxTrees = {
  /** Loads the grammar for a path unless it is loaded; false when there is none. */
  load(path: string): Promise<boolean>;
  /** Parses within `deadlineMs` of the injected clock; undefined when not loaded or out of time. */
  parse(path: string, text: string): Tree | undefined;
};

/** @throws when the runtime's own WebAssembly cannot be read or started. */
export function createSyntaxTrees(readGrammar: ReadGrammar): SyntaxTrees {
  const parsers = new Map<Grammar, Parser>();
  let runtime: Promise<void> | undefined;

  async function loadGrammar(name: Grammar): Promise<boolean> {
    if (parsers.has(name)) return true;
    runtime ??= startRuntime(readGrammar);
    await runtime;
    const bytes = await readGrammar(name);
    if (bytes === undefined) return false;
    const parser = new Parser();
    parser.setLanguage(await Language.load(bytes));
    parsers.set(name, parser);
    return true;
  }

  return {
    async load(path) {
      const name = grammarOfPath(path);
      return name === undefined ? false : await loadGrammar(name);
    },
    parse(path, text) {
      const name = grammarOfPath(path);
      const parser = name === undefined ? undefined : parsers.get(name);
      return parser?.parse(text) ?? undefined;
    },
  };
}

async function startRuntime(readGrammar: ReadGrammar): Promise<void> {
  const wasmBinary = await readGrammar('web-tree-sitter');
  await Parser.init(wasmBinary === undefined ? {} : { wasmBinary });
}
