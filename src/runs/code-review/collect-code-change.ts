import type { BlobContent, ChangedFile, RepositoryClient } from '../../clients/github/repository-client.ts';
import { lockFileCandidates } from '../../code-review/checks/lock-file-names.ts';
import { removedText, revertPatch } from '../../code-review/revert-patch.ts';
import type { CodeFile } from '../../contracts/code-review.ts';
import type { NotAnalysed } from '../../contracts/finding.ts';
import { addedLines, linesNotIn } from '../review/changed-lines.ts';

/** Largest text that is read, bytes; the security review's own limit is the same. */
const maxBlobBytes = 1_048_576;

/** A change read for the code review, before anything outside of it is asked for. */
export type CollectedCode = {
  readonly files: readonly CodeFile[];
  readonly lockFiles: ReadonlySet<string>;
  readonly notAnalysed: readonly NotAnalysed[];
};

/**
 * Reads every changed file before and after the change, in as few requests as the number of files allows. The text
 * before is the merge base's: it follows from the text after and the patch; only without a whole patch the base
 * branch's own text stands in for it.
 */
export async function collectCodeChange(
  client: Pick<RepositoryClient, 'readBlobs'>,
  change: {
    readonly listed: readonly ChangedFile[];
    /** What GitHub says was changed in all. */
    readonly changedFiles: number;
    readonly baseSha: string;
    readonly headSha: string;
  },
): Promise<CollectedCode> {
  const files = change.listed.filter(file => file.status !== 'unchanged' && !isSubmodule(file));
  const baseOf = (file: ChangedFile): string => `${change.baseSha}:${file.previousPath ?? file.path}`;
  const locks = lockCandidates(files);
  const contents = await client.readBlobs(
    [
      ...new Set([
        ...files.filter(file => file.status !== 'removed').map(file => file.blobSha),
        ...files.filter(needsBase).map(baseOf),
      ]),
    ],
    maxBlobBytes,
  );
  const beside =
    locks.length === 0
      ? new Map<string, BlobContent>()
      : await client.readBlobs(
          locks.map(path => `${change.headSha}:${path}`),
          0,
        );
  const notAnalysed = gapsOf(change);
  const read = files.map((file): CodeFile => {
    const content: BlobContent = contents.get(file.blobSha) ?? { kind: 'missing' };
    const base = contents.get(baseOf(file));
    if (file.status !== 'removed' && content.kind !== 'text' && content.kind !== 'binary') {
      const reason =
        content.kind === 'too-large' ? `larger than ${maxBlobBytes} bytes` : 'its content could not be read';
      notAnalysed.push({ path: file.path, reason });
    }
    return codeFileOf(file, content, base?.kind === 'text' ? base.text : undefined);
  });
  return {
    files: read,
    lockFiles: new Set(
      locks.filter(path => {
        const found = beside.get(`${change.headSha}:${path}`)?.kind;
        return found !== undefined && found !== 'missing';
      }),
    ),
    notAnalysed,
  };
}

function codeFileOf(file: ChangedFile, content: BlobContent, baseText: string | undefined): CodeFile {
  const names = { path: file.path, basePath: file.previousPath ?? file.path };
  if (file.status === 'removed') {
    const base = isWhole(file) ? removedText(file.patch ?? '') : baseText;
    return { ...names, status: 'removed', head: undefined, base, changedLines: [], binary: false };
  }
  const status = file.status === 'added' || file.status === 'copied' ? 'added' : 'modified';
  const head = content.kind === 'text' ? content.text : undefined;
  const binary = content.kind === 'binary';
  if (head === undefined) return { ...names, status, head, base: undefined, changedLines: [], binary };
  if (status === 'added') return { ...names, status, head, base: undefined, changedLines: 'all', binary };
  if (isPureRename(file)) return { ...names, status, head, base: head, changedLines: [], binary };
  const reverted = isWhole(file) ? revertPatch(head, file.patch ?? '') : undefined;
  const base = reverted ?? baseText;
  const changedLines =
    reverted !== undefined
      ? addedLines(file.patch ?? '').ranges
      : base === undefined
        ? 'all'
        : linesNotIn(base, head);
  return { ...names, status, head, base, changedLines, binary };
}

function gapsOf(change: Parameters<typeof collectCodeChange>[1]): NotAnalysed[] {
  const gaps: NotAnalysed[] = [];
  const missing = change.changedFiles - change.listed.length;
  if (missing > 0)
    gaps.push({
      path: null,
      reason: `${missing} of ${change.changedFiles} changed files were not listed by GitHub, whose limit is ${change.listed.length}`,
    });
  for (const file of change.listed.filter(isSubmodule))
    gaps.push({ path: file.path, reason: 'a submodule; the commit it points at is not read' });
  return gaps;
}

function isSubmodule(file: ChangedFile): boolean {
  return /^[+-]Subproject commit [0-9a-f]{40}/m.test(file.patch ?? '') && file.additions <= 1;
}

function isPureRename(file: ChangedFile): boolean {
  return (
    file.status === 'renamed' && file.additions === 0 && file.deletions === 0 && file.patch === undefined
  );
}

/** A patch that is absent or shorter than GitHub's own count was cut. */
function isWhole(file: ChangedFile): boolean {
  if (file.patch === undefined) return false;
  const removed = file.patch.split('\n').filter(line => line.startsWith('-')).length;
  return addedLines(file.patch).added === file.additions && removed === file.deletions;
}

function needsBase(file: ChangedFile): boolean {
  return file.status !== 'added' && file.status !== 'copied' && !isWhole(file);
}

/** Lock files that may stand beside manifests whose lock file is not part of the change. */
function lockCandidates(files: readonly ChangedFile[]): readonly string[] {
  const changed = new Set(files.map(({ path }) => path));
  const missing = files
    .filter(({ status }) => status !== 'removed')
    .map(({ path }) => lockFileCandidates(path))
    .filter(candidates => candidates.length > 0 && !candidates.some(path => changed.has(path)));
  return [...new Set(missing.flat())].slice(0, 100);
}
