import type { Buffer } from 'node:buffer';
import { comparesWithBase } from '../analysis/beside.ts';
import { largestFileBytes } from '../analysis/largest-file.ts';
import type { FileToAnalyse, LineRange } from '../contracts/analysis.ts';
import type { NotAnalysed } from '../contracts/finding.ts';
import { decodeFile } from './file-content.ts';
import { createGit, type Git, gitOutput, splitNul } from './git-process.ts';
import { parsePatch } from './parse-patch.ts';
import { type FileReading, readWorkTreeFile, tooLarge } from './read-file.ts';

/** The whole change, read: texts to analyse and what could not be read. */
export type LocalChange = {
  readonly files: readonly FileToAnalyse[];
  readonly notAnalysed: readonly NotAnalysed[];
  /** Binary files are looked at by nobody and are no gap; they are counted. */
  readonly binaryFiles: number;
};

/** One record of `git diff --raw -z`. */
export type ChangedPath = {
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly mode: string;
  /** Object id of the new content; undefined when only the work tree has it. */
  readonly blob: string | undefined;
  /** Object id of the content on the base; undefined for new files. */
  readonly baseBlob: string | undefined;
  /** `A`, `M`, `R`, `C`, `T`, `U` or `D`. */
  readonly status: string;
};

/**
 * A local change must not depend on the reader's settings nor on attributes that the change itself sets: with
 * `--text` a `.gitattributes` that calls scripts binary does not hide their lines.
 */
const diffOptions = [
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--text',
  '--submodule=short',
  '--find-renames',
  '--ignore-submodules=none',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

/**
 * Reads what changed between two commits, or between a commit and the work tree with its untracked files.
 * @throws AppError as `createGit` and `gitOutput`.
 */
export async function collectChange(options: {
  /** Top folder of the repository. */
  readonly root: string;
  /** Commit to compare with: the merge base. */
  readonly base: string;
  /** Commit to look at; undefined takes the work tree. */
  readonly head: string | undefined;
}): Promise<LocalChange> {
  const git = createGit(options.root);
  const { changed, lines } = await listChanges(git, options);
  return await readChange({
    ...options,
    git,
    changed: changed.filter(({ status }) => status !== 'D'),
    lines,
  });
}

/** Every changed path, removed ones included, and the new lines of each. @throws AppError as `gitOutput`. */
export async function listChanges(
  git: Git,
  options: { readonly base: string; readonly head: string | undefined },
): Promise<{
  readonly changed: readonly ChangedPath[];
  readonly lines: ReadonlyMap<string, readonly LineRange[]>;
}> {
  const commits = [options.base, ...(options.head === undefined ? [] : [options.head]), '--'];
  const raw = splitNul(
    await gitOutput(git, ['diff', ...diffOptions, '--raw', '-z', '--no-abbrev', ...commits]),
  );
  const untracked = options.head === undefined ? await listUntracked(git) : [];
  const patch = await gitOutput(git, [
    'diff',
    ...diffOptions,
    '--unified=0',
    '--inter-hunk-context=0',
    ...commits,
  ]);
  return { changed: [...readRaw(raw), ...untracked], lines: parsePatch(patch.toString('utf8')) };
}

function readRaw(entries: readonly string[]): readonly ChangedPath[] {
  const changed: ChangedPath[] = [];
  for (let index = 0; index < entries.length; ) {
    const [, mode = '', baseBlob = '', blob = '', status = ''] = (entries[index] ?? '').split(' ');
    const hasTwoPaths = /^[RC]/.test(status);
    const first = entries[index + 1] ?? '';
    changed.push({
      path: hasTwoPaths ? (entries[index + 2] ?? '') : first,
      previousPath: hasTwoPaths ? first : undefined,
      mode,
      blob: /^0+$/.test(blob) ? undefined : blob,
      baseBlob: /^0+$/.test(baseBlob) ? undefined : baseBlob,
      status: status.slice(0, 1),
    });
    index += hasTwoPaths ? 3 : 2;
  }
  return changed;
}

async function listUntracked(git: Git): Promise<readonly ChangedPath[]> {
  const entries = splitNul(await gitOutput(git, ['ls-files', '-z', '--others', '--exclude-standard']));
  return entries.map(path => ({
    path,
    previousPath: undefined,
    mode: path.endsWith('/') ? '160000' : '100644',
    blob: undefined,
    baseBlob: undefined,
    status: 'A',
  }));
}

async function readChange(options: {
  readonly root: string;
  readonly head: string | undefined;
  readonly git: Git;
  readonly changed: readonly ChangedPath[];
  readonly lines: ReadonlyMap<string, readonly LineRange[]>;
}): Promise<LocalChange> {
  const files: FileToAnalyse[] = [];
  const notAnalysed: NotAnalysed[] = [];
  let binaryFiles = 0;
  const regular = options.changed.filter(({ mode }) => mode.startsWith('100'));
  for (const { path, mode } of options.changed) {
    if (mode === '160000')
      notAnalysed.push({ path, reason: 'a submodule; the commit it points at is not read' });
  }
  const read =
    options.head === undefined
      ? ({ path }: ChangedPath): FileReading => readWorkTreeFile(options.root, path)
      : await readBlobs(options.git, regular);
  const compared = regular.filter(({ path }) => comparesWithBase(path));
  const bases = compared.map(({ baseBlob, ...changed }) => ({ ...changed, baseBlob, blob: baseBlob }));
  const readBase = bases.length === 0 ? noBase : await readBlobs(options.git, bases);
  for (const changed of regular) {
    const changedLines = changedLinesOf(changed, options.lines);
    // A line that was only taken out matters where rules compare with the base.
    if (changedLines.length === 0 && !comparesWithBase(changed.path)) continue;
    const reading = read(changed);
    if (reading.kind === 'text')
      files.push({ path: changed.path, text: reading.text, changedLines, ...baseTextOf(changed, readBase) });
    else if (reading.kind === 'binary') binaryFiles++;
    else if (reading.kind === 'gap') notAnalysed.push(reading.gap);
  }
  return { files, notAnalysed, binaryFiles };
}

const noBase = (): FileReading => ({ kind: 'absent' });

function baseTextOf(
  changed: ChangedPath,
  read: (changed: ChangedPath) => FileReading,
): { readonly base?: string } {
  if (!comparesWithBase(changed.path) || changed.baseBlob === undefined) return {};
  const reading = read({ ...changed, blob: changed.baseBlob });
  return reading.kind === 'text' ? { base: reading.text } : {};
}

function changedLinesOf(
  changed: ChangedPath,
  lines: ReadonlyMap<string, readonly LineRange[]>,
): FileToAnalyse['changedLines'] {
  // A new file, a link that became a file, an unmerged one: everything in it is new.
  if ('ACTU'.includes(changed.status) || changesRole(changed)) return 'all';
  return lines.get(changed.path) ?? [];
}

/** A rename that makes another kind of file of it, such as a text that becomes a workflow. */
function changesRole({ path, previousPath }: ChangedPath): boolean {
  const role = (file: string): string =>
    `${file.startsWith('.github/')}:${file.slice(file.lastIndexOf('.') + 1)}`;
  return previousPath !== undefined && role(previousPath) !== role(path);
}

/** Reads blobs in two processes whatever their number: sizes first, then the contents that are small enough. */
export async function readBlobs(
  git: Git,
  changed: readonly ChangedPath[],
): Promise<(changed: ChangedPath) => FileReading> {
  const ids = [...new Set(changed.flatMap(({ blob }) => blob ?? []))];
  const sizes = new Map<string, number>();
  const check = await gitOutput(git, ['cat-file', '--batch-check'], ids.map(id => `${id}\n`).join(''));
  for (const line of check.toString('latin1').split('\n')) {
    const [id = '', type, size] = line.split(' ');
    if (type === 'blob') sizes.set(id, Number(size));
  }
  const limits = new Map(
    changed.flatMap(({ path, blob }) =>
      blob === undefined ? [] : [[blob, largestFileBytes(path)] as const],
    ),
  );
  const small = ids.filter(id => (sizes.get(id) ?? Number.POSITIVE_INFINITY) <= (limits.get(id) ?? 0));
  const output = await gitOutput(git, ['cat-file', '--batch'], small.map(id => `${id}\n`).join(''));
  const contents = splitBatch(output);
  return ({ path, blob = '' }) => {
    const content = contents.get(blob);
    if (content !== undefined) return decodeFile(path, content);
    if (sizes.has(blob)) return tooLarge(path);
    return { kind: 'gap', gap: { path, reason: 'its content is not in this clone' } };
  };
}

/** Format: git-cat-file(1), "BATCH OUTPUT". */
function splitBatch(output: Buffer): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  for (let start = 0; start < output.length; ) {
    const end = output.indexOf(0x0a, start);
    const [id = '', , size = '0'] = output.toString('latin1', start, end).split(' ');
    contents.set(id, output.subarray(end + 1, end + 1 + Number(size)));
    start = end + 1 + Number(size) + 1;
  }
  return contents;
}
