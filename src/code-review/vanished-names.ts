import type { CheckTools, CodeFile, VanishedName } from '../contracts/code-review.ts';
import { exportsOf } from './exports/exports-of.ts';
import { linesOf } from './lines.ts';
import { fileNameOf, isDocumentPath, isGeneratedPath, isTestPath } from './path-roles.ts';

/** Most names that are looked for. */
const maxNames = 200;

/** The exports, command-line options and files that are gone from everything that the change touched. */
export function vanishedNames(
  files: readonly CodeFile[],
  { parse }: Pick<CheckTools, 'parse'>,
): readonly VanishedName[] {
  return [...vanishedFiles(files), ...vanishedOptions(files), ...vanishedExports(files, parse)].slice(
    0,
    maxNames,
  );
}

function vanishedFiles(files: readonly CodeFile[]): readonly VanishedName[] {
  return files.flatMap((file): VanishedName[] => {
    const isGone = file.status === 'removed';
    const isMoved = file.basePath !== file.path && file.status === 'modified';
    // A bare name such as README.md says nothing about which one is meant.
    if ((!isGone && !isMoved) || !file.basePath.includes('/') || isGeneratedPath(file.basePath)) return [];
    return [{ name: file.basePath, what: 'file', path: file.path, ...(isMoved ? { now: file.path } : {}) }];
  });
}

/** Exports that no changed file has any more. Short names and plain words would be found everywhere. */
function vanishedExports(files: readonly CodeFile[], parse: CheckTools['parse']): readonly VanishedName[] {
  const code = files.filter(({ path }) => !isTestPath(path) && !isGeneratedPath(path));
  const still = new Set(
    code
      .flatMap(({ path, head }) => (head === undefined ? [] : (exportsOf(path, head, parse) ?? [])))
      .map(({ name }) => name),
  );
  return code.flatMap(file => {
    const before = file.base === undefined ? undefined : exportsOf(file.basePath, file.base, parse);
    return (before ?? [])
      .map(({ name }) => name.replace(/\(.*$/, ''))
      .filter(name => name.length > 3 && name !== 'default' && /^[\w.]+$/.test(name) && !still.has(name))
      .map((name): VanishedName => ({ name, what: 'export', path: file.path }));
  });
}

const option = /(?<![\w-])--[a-z][a-z0-9]+(?:-[a-z0-9]+)*\b/g;

function vanishedOptions(files: readonly CodeFile[]): readonly VanishedName[] {
  const code = files.filter(
    ({ path }) => /\.(?:[cm]?[jt]sx?|py|go|java|rb|rs|sh|php|kt|cs)$/.test(path) && !isTestPath(path),
  );
  const quoted = (text: string): ReadonlySet<string> =>
    new Set(
      linesOf(text)
        .filter(line => /['"`]/.test(line))
        .flatMap(line => line.match(option) ?? []),
    );
  const still = new Set(code.flatMap(({ head = '' }) => [...(head.match(option) ?? [])]));
  return code.flatMap(({ path, base = '' }) =>
    [...quoted(base)]
      .filter(name => !still.has(name))
      .map((name): VanishedName => ({ name, what: 'option', path })),
  );
}

/** Whether a text of a repository is a document that is worth searching. */
export function isSearchedDocument(path: string): boolean {
  const isHistory = /^(?:changelog|changes|history|news|releases?)\b/i.test(fileNameOf(path));
  return isDocumentPath(path) && !isHistory && !isTestPath(path) && !isGeneratedPath(path);
}
