import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { type DiffEntry, diffBetween } from './git-diff.ts';
import { ObjectReader } from './object-reader.ts';

export type { DiffEntry } from './git-diff.ts';

/** What a commit puts at a path; null removes it. */
export type FileChange =
  | string
  | Buffer
  | null
  | { readonly executable: string }
  | { readonly symlink: string }
  /** The commit of another repository. */
  | { readonly submodule: string };

export type TreeEntry = {
  /** `100644`, `100755`, `120000` (symbolic link), `160000` (submodule) or `040000` (folder). */
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly sha: string;
  readonly size: number | undefined;
  readonly path: string;
};

export type CommitInfo = {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly authorName: string;
  readonly authorEmail: string;
  /** ISO 8601. */
  readonly date: string;
};

/** What identifies who commits; git must not look at the machine's own configuration. */
const environment = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'GitHub',
  GIT_AUTHOR_EMAIL: 'noreply@github.com',
  GIT_COMMITTER_NAME: 'GitHub',
  GIT_COMMITTER_EMAIL: 'noreply@github.com',
};

const firstCommitAt = 1_750_000_000;

/** A bare git repository, driven through the real git. */
export class GitRepository {
  readonly folder: string;
  readonly objects: ObjectReader;
  readonly #diffs = new Map<string, readonly DiffEntry[]>();
  #commits = 0;

  constructor(folder: string) {
    this.folder = folder;
    this.objects = new ObjectReader(folder);
    execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', folder], { env: environment });
  }

  run(args: readonly string[], input?: string | Buffer): Buffer {
    return execFileSync('git', ['--git-dir', this.folder, '-c', 'core.quotePath=false', ...args], {
      input,
      env: environment,
      maxBuffer: 1 << 29,
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

  /** The commit that a branch, tag or (short) SHA names. */
  commitOf(ref: string): string | undefined {
    return this.resolve(`${ref}^{commit}`);
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
    // A second apart, so that equal changes are still different commits.
    const at = firstCommitAt + this.#commits++;
    const lines: Buffer[] = [
      Buffer.from(
        `commit refs/heads/${branch}\ncommitter Mona <mona@example.com> ${at} +0000\ndata ${message.length}\n`,
      ),
      message,
      Buffer.from(`\n${parent === undefined ? '' : `from ${parent}\n`}`),
    ];
    for (const [path, change] of Object.entries(options.files)) lines.push(...fastImport(path, change));
    this.run(['fast-import', '--quiet', '--force'], Buffer.concat(lines));
    return this.text(['rev-parse', `refs/heads/${branch}`]);
  }

  /** Refs below a prefix such as `refs/tags/`, names without it; `commit` for annotated tags. */
  refs(
    prefix: string,
  ): readonly { readonly name: string; readonly oid: string; readonly commit: string | undefined }[] {
    const lines = this.text(['for-each-ref', '--format=%(refname) %(objectname) %(*objectname)', prefix]);
    return lines.split('\n').flatMap(line => {
      const [ref = '', oid = '', commit = ''] = line.split(' ');
      return ref === ''
        ? []
        : [{ name: ref.slice(prefix.length), oid, commit: commit === '' ? undefined : commit }];
    });
  }

  /** Tags a commit; `annotated` makes an object of its own, as `git tag -a`. */
  tag(name: string, commit: string, annotated = false): void {
    const object = annotated
      ? this.run(
          ['mktag'],
          `object ${commit}\ntype commit\ntag ${name}\ntagger Mona <mona@example.com> ${firstCommitAt} +0000\n\n${name}\n`,
        )
          .toString('utf8')
          .trim()
      : commit;
    this.run(['update-ref', `refs/tags/${name}`, object]);
  }

  /** A merge commit of `head`, which must contain `base`, on a branch, as the merge queue makes it. */
  mergeCommit(
    branch: string,
    options: { readonly base: string; readonly head: string; readonly message: string },
  ): string {
    const sha = this.#commitTree(this.text(['rev-parse', `${options.head}^{tree}`]), options);
    this.run(['update-ref', `refs/heads/${branch}`, sha]);
    return sha;
  }

  /** The commit that merging would make, or undefined when the two conflict. No branch moves. */
  testMerge(base: string, head: string): string | undefined {
    try {
      const tree = this.text(['merge-tree', '--write-tree', base, head]);
      return this.#commitTree(tree, { base, head, message: `Merge ${head} into ${base}` });
    } catch {
      return undefined;
    }
  }

  #commitTree(
    tree: string,
    { base, head, message }: { readonly base: string; readonly head: string; readonly message: string },
  ): string {
    return this.text(['commit-tree', tree, '-p', base, '-p', head, '-m', message]);
  }

  /** A tree that is `base` with entries put in, replaced or, with a null `sha`, taken out. */
  writeTree(
    base: string | undefined,
    entries: readonly {
      readonly path: string;
      readonly mode?: string;
      readonly sha?: string | null;
      readonly content?: string;
    }[],
  ): string {
    const env = { ...environment, GIT_INDEX_FILE: join(this.folder, `index-${this.#commits++}`) };
    const git = (args: readonly string[], input?: string): string =>
      execFileSync('git', ['--git-dir', this.folder, ...args], {
        input,
        env,
        stdio: ['pipe', 'pipe', 'pipe'],
      })
        .toString()
        .trim();
    git(base === undefined ? ['read-tree', '--empty'] : ['read-tree', base]);
    for (const { path, mode = '100644', sha, content } of entries) {
      const blob = sha === undefined ? git(['hash-object', '-w', '--stdin'], content ?? '') : sha;
      git(
        ['update-index', '--index-info'],
        blob === null ? `0 ${'0'.repeat(40)}\t${path}\n` : `${mode} ${blob}\t${path}\n`,
      );
    }
    return git(['write-tree']);
  }

  /** A commit that no branch names yet. */
  writeCommit(tree: string, parents: readonly string[], message: string): string {
    return this.text(['commit-tree', tree, ...parents.flatMap(parent => ['-p', parent]), '-m', message]);
  }

  mergeBase(a: string, b: string): string {
    return this.text(['merge-base', a, b]);
  }

  /** The change between two commits, renames found. */
  diff(base: string, head: string): readonly DiffEntry[] {
    // Every page of a listing asks again, and commits do not change.
    const key = `${base} ${head}`;
    const known = this.#diffs.get(key) ?? diffBetween(args => this.run(args), base, head);
    this.#diffs.set(key, known);
    return known;
  }

  /** A tree's entries, in git's order. */
  tree(sha: string, options: { readonly recursive?: boolean } = {}): readonly TreeEntry[] {
    const args = ['ls-tree', '-z', '--long', '--full-tree', ...(options.recursive ? ['-r', '-t'] : []), sha];
    const lines = this.run(args).toString('utf8').split('\0').slice(0, -1);
    return lines.map(line => {
      const tab = line.indexOf('\t');
      const [mode = '', type = '', object = '', size = '-'] = line.slice(0, tab).split(/ +/);
      return {
        mode,
        type: type as TreeEntry['type'],
        sha: object,
        size: size === '-' ? undefined : Number(size),
        path: line.slice(tab + 1),
      };
    });
  }

  /** Commits of a revision range, newest first. */
  log(range: string, options: { readonly path?: string; readonly max?: number } = {}): readonly CommitInfo[] {
    const format = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%B'].join('%x1f');
    const args = ['log', '-z', `--format=${format}`, `--max-count=${options.max ?? 1000}`, range, '--'];
    const records = this.text([...args, ...(options.path === undefined ? [] : [options.path])]).split('\0');
    return records
      .filter(record => record !== '')
      .map(record => {
        const [sha = '', tree = '', parents = '', name = '', email = '', date = '', message = ''] =
          record.split('\u001f');
        return {
          sha,
          tree,
          parents: parents.split(' ').filter(parent => parent !== ''),
          message: message.trim(),
          authorName: name,
          authorEmail: email,
          date,
        };
      });
  }

  /** Makes another repository's commit (and all it needs) readable here under a ref. */
  fetch(from: GitRepository, sha: string, ref: string): void {
    this.run(['fetch', '--quiet', '--no-tags', from.folder, `+${sha}:${ref}`]);
  }
}

function fastImport(path: string, change: FileChange): readonly Buffer[] {
  const quoted = JSON.stringify(path);
  if (change === null) return [Buffer.from(`D ${quoted}\n`)];
  if (typeof change === 'object' && 'submodule' in change)
    return [Buffer.from(`M 160000 ${change.submodule} ${quoted}\n`)];
  const { mode, content } = blobOf(change);
  return [Buffer.from(`M ${mode} inline ${quoted}\ndata ${content.length}\n`), content, Buffer.from('\n')];
}

function blobOf(change: Exclude<FileChange, null | { readonly submodule: string }>): {
  readonly mode: string;
  readonly content: Buffer;
} {
  if (typeof change === 'string' || Buffer.isBuffer(change))
    return { mode: '100644', content: Buffer.from(change) };
  if ('symlink' in change) return { mode: '120000', content: Buffer.from(change.symlink) };
  return { mode: '100755', content: Buffer.from(change.executable) };
}
