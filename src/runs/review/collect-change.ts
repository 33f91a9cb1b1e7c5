import { comparesWithBase } from '../../analysis/beside.ts';
import { largestFileBytes } from '../../analysis/largest-file.ts';
import type { ChangedFile, RepositoryClient } from '../../clients/github/repository-client.ts';
import type { FileToAnalyse } from '../../contracts/analysis.ts';
import type { NotAnalysed } from '../../contracts/finding.ts';
import { addedLines, linesNotIn } from './changed-lines.ts';

/**
 * Once the patches of an answer add up to about 20,000 lines, GitHub gives its further files without a patch and with
 * all counts 0, unmarked (github.com/orgs/community/discussions/213491). From half of that on, 0 proves nothing.
 */
const trustedPatchLines = 10_000;

/** The whole change, read: texts to analyse and what could not be read. */
export type CollectedChange = {
  readonly files: readonly FileToAnalyse[];
  readonly notAnalysed: readonly NotAnalysed[];
  /** Binary files are looked at by nobody and are no gap; they are counted. */
  readonly binaryFiles: number;
};

/**
 * Reads every changed file at the head. Nothing is left out silently: a listing that GitHub cut, a file that
 * is too large, a submodule are listed as not analysed.
 */
export async function collectChange(
  client: Pick<RepositoryClient, 'readBlobs'>,
  change: {
    readonly listed: readonly ChangedFile[];
    /** What GitHub says was changed in all. */
    readonly changedFiles: number;
    /** Commit the change is compared with. */
    readonly baseSha: string;
  },
): Promise<CollectedChange> {
  const notAnalysed: NotAnalysed[] = [];
  if (change.listed.length < change.changedFiles) {
    const missing = change.changedFiles - change.listed.length;
    notAnalysed.push({
      path: null,
      reason: `${missing} of ${change.changedFiles} changed files were not listed by GitHub, whose limit is ${change.listed.length}`,
    });
  }
  const present = change.listed.filter(file => file.status !== 'removed' && file.status !== 'unchanged');
  const submodules = present.filter(isSubmodule);
  for (const { path } of submodules)
    notAnalysed.push({ path, reason: 'a submodule; the commit it points at is not read' });

  const canSkipRenames = patchLines(change.listed) < trustedPatchLines;
  const readable = present.filter(file => !isSubmodule(file) && !(canSkipRenames && isPureRename(file)));
  const limits = new Map(
    readable.flatMap(file =>
      [file.blobSha, baseExpression(change.baseSha, file)].map(
        expression => [expression, largestFileBytes(file.path)] as const,
      ),
    ),
  );
  const limitOf = (expression: string): number => limits.get(expression) ?? 0;
  const heads = await client.readBlobs([...new Set(readable.map(file => file.blobSha))], limitOf);
  const bases = await client.readBlobs(
    readable.filter(needsBase).map(file => baseExpression(change.baseSha, file)),
    limitOf,
  );

  const files: FileToAnalyse[] = [];
  let binaryFiles = 0;
  for (const file of readable) {
    const content = heads.get(file.blobSha) ?? { kind: 'missing' };
    if (content.kind === 'binary') {
      binaryFiles++;
    } else if (content.kind === 'text') {
      const base = bases.get(baseExpression(change.baseSha, file));
      const baseText = base?.kind === 'text' ? base.text : undefined;
      files.push({
        path: file.path,
        text: content.text,
        changedLines: changedLinesOf(file, content.text, baseText),
        ...(comparesWithBase(file.path) ? { base: baseText } : {}),
      });
    } else {
      const reason =
        content.kind === 'too-large'
          ? `larger than ${largestFileBytes(file.path)} bytes`
          : 'its content could not be read';
      notAnalysed.push({ path: file.path, reason });
    }
  }
  return { files, notAnalysed, binaryFiles };
}

function patchLines(files: readonly ChangedFile[]): number {
  return files.reduce((sum, { patch = '' }) => sum + patch.split('\n').length, 0);
}

function isSubmodule(file: ChangedFile): boolean {
  return /^\+Subproject commit [0-9a-f]{40}/m.test(file.patch ?? '') && file.additions === 1;
}

/** By GitHub's counts nothing is new in it: the same blob under another name that means the same. */
function isPureRename(file: ChangedFile): boolean {
  return file.status === 'renamed' && file.additions === 0 && file.deletions === 0 && !changesRole(file);
}

/** A rename that makes another kind of file of it, such as a text that becomes a workflow. */
function changesRole(file: ChangedFile): boolean {
  const role = (path: string): string =>
    `${path.startsWith('.github/')}:${path.slice(path.lastIndexOf('.') + 1)}`;
  return file.previousPath !== undefined && role(file.previousPath) !== role(file.path);
}

/** A patch that is absent or shorter than GitHub's own count was cut, and says nothing about the rest. */
function hasWholePatch(file: ChangedFile): boolean {
  return file.patch !== undefined && addedLines(file.patch).added === file.additions;
}

function needsBase(file: ChangedFile): boolean {
  return file.status !== 'added' && (!hasWholePatch(file) || comparesWithBase(file.path));
}

function baseExpression(baseSha: string, file: ChangedFile): string {
  return `${baseSha}:${file.previousPath ?? file.path}`;
}

function changedLinesOf(
  file: ChangedFile,
  text: string,
  baseText: string | undefined,
): FileToAnalyse['changedLines'] {
  if (file.status === 'added' || changesRole(file)) return 'all';
  if (hasWholePatch(file)) return addedLines(file.patch ?? '').ranges;
  // Without the base's text the whole file counts as changed: reporting too much beats missing something.
  return baseText === undefined ? 'all' : linesNotIn(baseText, text);
}
