import type { FileToAnalyse } from '../src/contracts/analysis.ts';
import type { NotAnalysed } from '../src/contracts/finding.ts';
import { AppError } from '../src/errors.ts';
import { collectChange } from '../src/git/collect-change.ts';
import { collectTree } from '../src/git/collect-tree.ts';
import { findRepository, mergeBase, resolveRef } from '../src/git/find-repository.ts';
import { createGit, type Git } from '../src/git/git-process.ts';
import { readWorkTreeFile } from '../src/git/read-file.ts';
import type { CollectedChange } from '../src/runs/review/collect-change.ts';

/** Most text of a tree that is held, UTF-16 code units: a job has a few gigabytes in all. */
const maxTreeLength = 512 * 1024 * 1024;

/** Reads everything that is checked out. @throws AppError `no-checkout` when nothing is, and those of git. */
export async function readTree(workspace: string): Promise<CollectedChange> {
  const root = await findRepository(workspace);
  if (root === undefined) {
    throw new AppError({
      code: 'no-checkout',
      publicMessage:
        'There is no git checkout in the workspace, and this event needs one: add a step with `uses: actions/checkout` before this one.',
    });
  }
  const tree = await collectTree({ root, isRepository: true, paths: [''] });
  const files: FileToAnalyse[] = [];
  const notAnalysed: NotAnalysed[] = [...tree.notAnalysed];
  let binaryFiles = 0;
  let length = 0;
  for (const path of tree.files) {
    const reading = length > maxTreeLength ? tooMuch(path) : readWorkTreeFile(root, path);
    if (reading.kind === 'text') {
      files.push({ path, text: reading.text, changedLines: 'all' });
      length += reading.text.length;
    } else if (reading.kind === 'gap') notAnalysed.push(reading.gap);
    else if (reading.kind === 'binary') binaryFiles++;
  }
  return { files, notAnalysed, binaryFiles };
}

function tooMuch(path: string): { readonly kind: 'gap'; readonly gap: NotAnalysed } {
  return { kind: 'gap', gap: { path, reason: 'the tree is larger than one job can hold' } };
}

/**
 * Reads what the commits from `base` to `head` change, from the checkout; undefined when it does not hold both
 * (nothing is checked out, or the clone is shallow).
 * @throws AppError those of git.
 */
export async function readCommits(options: {
  readonly workspace: string;
  /** A commit, or a branch of the remote: then the change is counted from where the histories part. */
  readonly base: string;
  readonly head: string;
}): Promise<CollectedChange | undefined> {
  const root = await findRepository(options.workspace).catch(noGit);
  if (root === undefined) return undefined;
  const git = createGit(root);
  const head = await resolveRef(git, options.head);
  const base = await baseOf(git, options);
  if (head.kind !== 'commit' || base === undefined) return undefined;
  return await collectChange({ root, base, head: head.sha });
}

/** A container without git is as good as one without a checkout. */
function noGit(error: unknown): undefined {
  if (!(error instanceof AppError && error.code === 'git-missing')) throw error;
}

async function baseOf(
  git: Git,
  { base, head }: { readonly base: string; readonly head: string },
): Promise<string | undefined> {
  const isSha = /^[0-9a-f]{40,64}$/.test(base);
  const resolved = await resolveRef(git, isSha ? base : `refs/remotes/origin/${base}`);
  if (resolved.kind !== 'commit') return undefined;
  return isSha ? resolved.sha : await mergeBase(git, resolved.sha, head);
}
