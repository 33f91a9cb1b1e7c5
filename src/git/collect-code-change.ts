import { lockFileCandidates } from '../code-review/checks/lock-file-names.ts';
import type { CodeFile } from '../contracts/code-review.ts';
import type { NotAnalysed } from '../contracts/finding.ts';
import { type ChangedPath, listChanges, readBlobs } from './collect-change.ts';
import { createGit, gitOutput, splitNul } from './git-process.ts';
import { type FileReading, readWorkTreeFile } from './read-file.ts';

/** A local change for the code review: what changed before and after, and the documents that it did not touch. */
export type LocalCodeChange = {
  readonly files: readonly CodeFile[];
  readonly lockFiles: ReadonlySet<string>;
  readonly notAnalysed: readonly NotAnalysed[];
  /** Reads the texts of other files of the head; those without text are left out. */
  readonly readOthers: (paths: readonly string[]) => Promise<readonly { path: string; text: string }[]>;
  /** Every path of the head. */
  readonly paths: readonly string[];
};

/**
 * Reads what changed between two commits, or between a commit and the work tree with its untracked files.
 * @throws AppError as `createGit` and `gitOutput`.
 */
export async function collectCodeChange(options: {
  readonly root: string;
  /** The merge base. */
  readonly base: string;
  /** Undefined takes the work tree. */
  readonly head: string | undefined;
}): Promise<LocalCodeChange> {
  const git = createGit(options.root);
  const { changed, lines } = await listChanges(git, options);
  const regular = changed.filter(({ mode, status }) => mode.startsWith('100') || status === 'D');
  const bases = await readBlobs(
    git,
    regular.map(change => ({ ...change, blob: change.baseBlob })),
  );
  const heads =
    options.head === undefined
      ? ({ path }: ChangedPath): FileReading => readWorkTreeFile(options.root, path)
      : await readBlobs(git, regular);
  const notAnalysed: NotAnalysed[] = [];
  const files = regular.map((change): CodeFile => {
    const base = change.baseBlob === undefined ? undefined : bases({ ...change, blob: change.baseBlob });
    const head = change.status === 'D' ? undefined : heads(change);
    if (head?.kind === 'gap') notAnalysed.push(head.gap);
    return {
      path: change.path,
      basePath: change.previousPath ?? change.path,
      status: change.status === 'D' ? 'removed' : change.baseBlob === undefined ? 'added' : 'modified',
      head: head?.kind === 'text' ? head.text : undefined,
      base: base?.kind === 'text' ? base.text : undefined,
      changedLines:
        change.status === 'D' ? [] : 'ACTU'.includes(change.status) ? 'all' : (lines.get(change.path) ?? []),
      binary: head?.kind === 'binary',
    };
  });
  const paths = await listPaths(options);
  const there = new Set(paths);
  return {
    files,
    notAnalysed,
    lockFiles: new Set(
      files.flatMap(({ path }) => lockFileCandidates(path).filter(candidate => there.has(candidate))),
    ),
    readOthers: others => readOthers(options, others),
    paths,
  };
}

async function listPaths({
  root,
  head,
}: Parameters<typeof collectCodeChange>[0]): Promise<readonly string[]> {
  const git = createGit(root);
  const args = head === undefined ? ['ls-files', '-z'] : ['ls-tree', '-r', '-z', '--name-only', head];
  return splitNul(await gitOutput(git, args));
}

async function readOthers(
  { root, head }: Parameters<typeof collectCodeChange>[0],
  paths: readonly string[],
): Promise<readonly { path: string; text: string }[]> {
  const texts: { path: string; text: string }[] = [];
  for (const path of paths) {
    if (head === undefined) {
      const reading = readWorkTreeFile(root, path);
      if (reading.kind === 'text') texts.push({ path, text: reading.text });
    } else {
      const { exitCode, stdout } = await createGit(root)(['cat-file', 'blob', `${head}:${path}`]);
      if (exitCode === 0) texts.push({ path, text: stdout.toString('utf8') });
    }
  }
  return texts;
}
