import type { CheckTools, CodeChange, CodeFile } from '../contracts/code-review.ts';
import { linesOf } from './lines.ts';
import { fileNameOf, isDocumentPath, isGeneratedPath, isTestPath } from './path-roles.ts';

/** Something that documents may speak of and that the change took away. */
export type VanishedName = {
  readonly name: string;
  readonly what: 'export' | 'option' | 'file';
  /** Where it stood. */
  readonly path: string;
  /** The new name of a file that was moved. */
  readonly now?: string;
};

/** Most names that are looked for. */
const maxNames = 200;

/** The exports, command-line options and files that are gone from everything that the change touched. */
export function vanishedNames(
  { files }: Pick<CodeChange, 'files'>,
  { parse }: Pick<CheckTools, 'parse'>,
): readonly VanishedName[] {
  void parse;
  return [...vanishedFiles(files), ...vanishedOptions(files)].slice(0, maxNames);
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
