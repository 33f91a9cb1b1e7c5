import type { Grammar } from '../contracts/detector.ts';

const grammarByExtension: Readonly<Record<string, Grammar>> = {
  js: 'javascript',
  jsx: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  py: 'python',
  pyi: 'python',
  go: 'go',
  java: 'java',
};

/** The grammar for a path by its extension, if there is one. */
export function grammarOfPath(path: string): Grammar | undefined {
  return grammarByExtension[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}
