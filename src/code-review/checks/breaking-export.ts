import type { CheckTools, CodeCheck, CodeFile, CodeProblem } from '../../contracts/code-review.ts';
import { type Break, compareSymbols } from '../exports/compare-symbols.ts';
import type { ExportedSymbol } from '../exports/exported-symbol.ts';
import { exportsOf } from '../exports/exports-of.ts';
import { placeInHead } from '../lines.ts';
import { folderOf, isGeneratedPath, isTestPath, isToolPath } from '../path-roles.ts';

/** Code that nobody outside is meant to use, by the conventions of the languages. */
const internal = /(?:^|\/)(?:internal|_(?!_init__)[^/]+)(?:\/|\.py$)|\.(?:stories|config)\.[cm]?[jt]sx?$/;

/**
 * Exports that are gone, or that take or give something else. Files of one Go package count as one; a symbol that another
 * changed file exports now was moved, which is told with where to.
 */
export const breakingExport: CodeCheck = ({ files }, tools) => {
  const compared = files.filter(
    ({ path, basePath, base }) =>
      base !== undefined &&
      ![path, basePath].some(name => isTestPath(name) || isGeneratedPath(name) || internal.test(name)) &&
      !isToolPath(basePath),
  );
  const now = new Map(files.map(file => [file.path, headExports(file, tools)]));
  return compared.flatMap(file => {
    const before = exportsOf(file.basePath, file.base ?? '', tools.parse);
    const after = file.status === 'removed' ? (packageOf(file, now) ?? []) : now.get(file.path);
    if (before === undefined || after === undefined) return [];
    const breaks = compareSymbols(before, [...after, ...packageExports(file, files, now)]);
    return breaks.map(each => problemOf(file, each, movedTo(file, each, now)));
  });
};

function headExports(file: CodeFile, { parse }: CheckTools): readonly ExportedSymbol[] | undefined {
  return file.head === undefined ? undefined : exportsOf(file.path, file.head, parse);
}

/** What the other changed files of a Go package export: there a file is no border. */
function packageExports(
  file: CodeFile,
  files: readonly CodeFile[],
  now: ReadonlyMap<string, readonly ExportedSymbol[] | undefined>,
): readonly ExportedSymbol[] {
  if (!file.path.endsWith('.go')) return [];
  const siblings = files.filter(
    ({ path }) => path !== file.path && path.endsWith('.go') && folderOf(path) === folderOf(file.path),
  );
  return siblings.flatMap(({ path }) => now.get(path) ?? []);
}

/** What a module became a package of: `prices.py` is imported as `prices/__init__.py` is, `x.ts` as `x/index.ts`. */
function packageOf(
  { basePath }: CodeFile,
  now: ReadonlyMap<string, readonly ExportedSymbol[] | undefined>,
): readonly ExportedSymbol[] | undefined {
  const [, stem = '', extension = ''] = /^(.+)(\.[^./]+)$/.exec(basePath) ?? [];
  return now.get(`${stem}/${extension === '.py' ? '__init__' : 'index'}${extension}`);
}

function movedTo(
  file: CodeFile,
  { after, name }: Break,
  now: ReadonlyMap<string, readonly ExportedSymbol[] | undefined>,
): string | undefined {
  if (after !== undefined || name.includes('.')) return undefined;
  const found = [...now].find(
    ([path, symbols]) => path !== file.path && symbols?.some(symbol => symbol.name === name) === true,
  );
  return found?.[0];
}

function problemOf(
  file: CodeFile,
  { before, after, name, what, confidence }: Break,
  moved: string | undefined,
): CodeProblem {
  const isGone = after === undefined;
  const line =
    after?.line ??
    (file.status === 'removed' || file.head === undefined
      ? before.line
      : placeInHead(file.base ?? '', file.head, before.line));
  const isPassedOn = before.kind === 're-export' && !before.name.startsWith('*');
  const kind = isPassedOn ? 'name' : before.kind === 'overloaded' ? 'function' : before.kind;
  const shown = `\`${name.replaceAll('`', "'").slice(0, 120)}\``;
  return {
    kind: 'breaking-export',
    path: file.path,
    line,
    quote: (after ?? before).text,
    confidence,
    ...(moved === undefined ? {} : { severity: 'low' as const }),
    message:
      moved === undefined
        ? `The exported ${kind} ${shown} ${what}${isGone ? ` (it stood in line ${before.line})` : ''}.`
        : `The exported ${kind} ${shown} was moved to \`${moved}\`: imports of the old path break.`,
    fix:
      moved === undefined
        ? 'Keep what callers use (an overload, a default, a deprecated alias), or release it as a breaking change.'
        : 'Export it from the old path too, or release it as a breaking change.',
  };
}
