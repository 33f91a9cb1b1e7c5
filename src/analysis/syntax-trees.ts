import { Language, Parser, Query, type Tree } from 'web-tree-sitter';
import type { Grammar, Span } from '../contracts/detector.ts';
import { grammarOfPath } from './grammar-of-path.ts';

/** Reads the WebAssembly of a grammar, or of the runtime itself (`web-tree-sitter`). */
export type ReadGrammar = (name: Grammar | 'web-tree-sitter') => Promise<Uint8Array | undefined>;

/** Loads grammars on demand and parses with them. */
export type SyntaxTrees = {
  /** Loads the grammar for a path unless it is loaded; false when there is none. */
  load(path: string): Promise<boolean>;
  /** Parses within `deadlineMs` of the injected clock; undefined when not loaded or out of time. */
  parse(path: string, text: string): Tree | undefined;
  /** Where a query (of untrusted origin) matches a tree of the path's grammar; `too-much` when it would run away. */
  query(path: string, tree: Tree, source: string): readonly Span[] | 'too-much';
  /** Why a query does not fit the path's grammar; undefined when it does, or when no grammar is loaded. */
  queryProblem(path: string, source: string): string | undefined;
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

  const queries = new Map<string, Query>();
  const queryOf = (path: string, source: string): Query | undefined => {
    const name = grammarOfPath(path);
    const language = name === undefined ? undefined : parsers.get(name)?.language;
    if (name === undefined || language === null || language === undefined) return undefined;
    const key = `${name}\0${source}`;
    const query = queries.get(key) ?? new Query(language, source);
    queries.set(key, query);
    return query;
  };

  return {
    query(path, tree, source) {
      // A query may fit one grammar of a language and not the other: JSX is TSX's alone.
      const query = this.queryProblem(path, source) === undefined ? queryOf(path, source) : undefined;
      return query === undefined ? [] : spansOf(query, tree);
    },
    queryProblem(path, source) {
      try {
        queryOf(path, source);
        return undefined;
      } catch (error) {
        const message = error instanceof Error ? error.message : 'it cannot be read';
        return message.replace(/\s+/g, ' ').slice(0, 200);
      }
    },
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

/** Most half-finished matches at a time, most matches, and most calls for progress (one a hundred steps or so). */
const matchLimit = 5000;
const maxMatches = 1000;
const maxProgressCalls = 20_000;

function spansOf(query: Query, tree: Tree): readonly Span[] | 'too-much' {
  let calls = 0;
  const progressCallback = (): boolean => {
    calls += 1;
    return calls > maxProgressCalls;
  };
  const matches = query.matches(tree.rootNode, { matchLimit, progressCallback });
  if (calls > maxProgressCalls || query.didExceedMatchLimit()) return 'too-much';
  return matches.slice(0, maxMatches).flatMap(({ captures }) => {
    const node = (captures.find(({ name }) => name === 'match') ?? captures[0])?.node;
    return node === undefined ? [] : [{ start: node.startIndex, end: node.endIndex }];
  });
}

async function startRuntime(readGrammar: ReadGrammar): Promise<void> {
  const wasmBinary = await readGrammar('web-tree-sitter');
  await Parser.init(wasmBinary === undefined ? {} : { wasmBinary });
}
