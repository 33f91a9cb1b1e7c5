import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import type { ReadGrammar } from './syntax-trees.ts';

const decompress = promisify(brotliDecompress);

/** Reads a grammar from the `grammars` folder that the build puts beside the bundle; undefined when it does not ship. */
export const readBundledGrammar: ReadGrammar = async name => {
  const file = name === 'web-tree-sitter' ? 'web-tree-sitter.wasm.br' : `tree-sitter-${name}.wasm.br`;
  const url = new URL(`./grammars/${file}`, import.meta.url);
  return existsSync(url) ? await decompress(await readFile(url)) : undefined;
};
