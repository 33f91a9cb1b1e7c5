import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { ObjectReader } from './object-reader.ts';

/** What a commit puts at a path; null removes it. */
export type FileChange =
  | string
  | Buffer
  | null
  | { readonly symlink: string }
  | { readonly submodule: string };

/** One entry of a diff as GitHub's files API shows it. */
export type DiffEntry = {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed';
  readonly path: string;
  readonly previousPath: string | undefined;
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  readonly patch: string | undefined;
};

const zero = '0'.repeat(40);
/** GitHub leaves the patch of a file out when it has more lines than this. */
const maxPatchLines = 3000;

/** A bare git repository, driven through the real git. */
export class GitRepository {
  readonly folder: string;
  readonly objects: ObjectReader;
  readonly #diffs = new Map<string, readonly DiffEntry[]>();

  constructor(folder: string) {
    this.folder = folder;
    this.objects = new ObjectReader(folder);
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', folder]);
  }

  run(args: readonly string[], input?: string | Buffer): Buffer {
    return execFileSync('git', ['--git-dir', this.folder, '-c', 'core.quotePath=false', ...args], {
      input,
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  }

  text(args: readonly string[]): string {
    return this.run(args).toString('utf8').trim();
  }

  /** The object an expression names, or undefined. */
  resolve(expression: string): string | undefined {
    try {
      return this.text(['rev-parse', '--verify', '--quiet', '--end-of-options', expression]);
    } catch {
      return undefined;
    }
  }

  typeOf(sha: string): string | undefined {
    try {
      return this.text(['cat-file', '-t', sha]);
    } catch {
      return undefined;
    }
  }

  blob(sha: string): Buffer {
    return this.run(['cat-file', 'blob', sha]);
  }

  /** Commits changes on a branch in one pass and returns the new commit. */
  commit(
    branch: string,
    options: {
      readonly from?: string;
      readonly files: Readonly<Record<string, FileChange>>;
      readonly message?: string;
    },
  ): string {
    const parent =
      this.resolve(`refs/heads/${branch}`) ??
      (options.from === undefined ? undefined : this.resolve(options.from));
    const message = Buffer.from(options.message ?? 'A change');
    const lines: Buffer[] = [
      Buffer.from(
        `commit refs/heads/${branch}\ncommitter Mona <mona@example.com> 1750000000 +0000\ndata ${message.length}\n`,
      ),
      message,
      Buffer.from(`\n${parent === undefined ? '' : `from ${parent}\n`}`),
    ];
    for (const [path, change] of Object.entries(options.files)) lines.push(...fastImport(path, change));
    this.run(['fast-import', '--quiet', '--force'], Buffer.concat(lines));
    return this.text(['rev-parse', `refs/heads/${branch}`]);
  }

  /** A merge commit of `head`, which must contain `base`, on a branch, as the merge queue makes it. */
  mergeCommit(
    branch: string,
    options: { readonly base: string; readonly head: string; readonly message: string },
  ): string {
    const tree = this.text(['rev-parse', `${options.head}^{tree}`]);
    const identity = ['-c', 'user.name=GitHub', '-c', 'user.email=noreply@github.com'];
    const parents = ['-p', options.base, '-p', options.head];
    const sha = this.text([...identity, 'commit-tree', tree, ...parents, '-m', options.message]);
    this.run(['update-ref', `refs/heads/${branch}`, sha]);
    return sha;
  }

  mergeBase(a: string, b: string): string {
    return this.text(['merge-base', a, b]);
  }

  /** The change between two commits, renames found. */
  diff(base: string, head: string): readonly DiffEntry[] {
    // Every page of a listing asks again, and commits do not change.
    const known = this.#diffs.get(`${base}..${head}`) ?? this.#diff(base, head);
    this.#diffs.set(`${base}..${head}`, known);
    return known;
  }

  #diff(base: string, head: string): readonly DiffEntry[] {
    const raw = this.run(['diff', '--raw', '-z', '-M', '--no-abbrev', base, head])
      .toString('utf8')
      .split('\0');
    const counts = numstat(this.run(['diff', '--numstat', '-z', '-M', base, head]).toString('utf8'));
    const patches = this.run(['diff', '-M', base, head])
      .toString('utf8')
      .split(/^diff --git /m)
      .slice(1);
    const entries: DiffEntry[] = [];
    for (let index = 0, number = 0; index < raw.length - 1; number++) {
      const [, , , sha = zero, letter = 'M'] = (raw[index] ?? '').split(' ');
      const renamed = letter.startsWith('R');
      const previousPath = renamed ? raw[index + 1] : undefined;
      const path = raw[index + (renamed ? 2 : 1)] ?? '';
      index += renamed ? 3 : 2;
      const count = counts[number];
      const status = renamed ? 'renamed' : letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified';
      entries.push({
        status,
        path,
        previousPath,
        sha: status === 'removed' ? (this.resolve(`${base}:${path}`) ?? zero) : sha,
        additions: count?.additions ?? 0,
        deletions: count?.deletions ?? 0,
        patch: patchOf(patches[number] ?? ''),
      });
    }
    return entries;
  }
}

function fastImport(path: string, change: FileChange): readonly Buffer[] {
  const quoted = JSON.stringify(path);
  if (change === null) return [Buffer.from(`D ${quoted}\n`)];
  if (typeof change === 'object' && 'submodule' in change)
    return [Buffer.from(`M 160000 ${change.submodule} ${quoted}\n`)];
  const isLink = typeof change === 'object' && 'symlink' in change;
  const content = Buffer.from(isLink ? change.symlink : (change as string | Buffer));
  return [
    Buffer.from(`M ${isLink ? '120000' : '100644'} inline ${quoted}\ndata ${content.length}\n`),
    content,
    Buffer.from('\n'),
  ];
}

function numstat(text: string): readonly { readonly additions: number; readonly deletions: number }[] {
  const fields = text.split('\0');
  const counts = [];
  for (let index = 0; index < fields.length - 1; ) {
    const [additions = '', deletions = '', path = ''] = (fields[index] ?? '').split('\t');
    // A rename has an empty path here and its two names in the next two fields.
    index += path === '' ? 3 : 1;
    counts.push({ additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
  }
  return counts;
}

function patchOf(text: string): string | undefined {
  const start = text.search(/^@@ /m);
  if (start === -1) return undefined;
  const patch = text.slice(start).replace(/\n$/, '');
  return patch.split('\n').length > maxPatchLines ? undefined : patch;
}
