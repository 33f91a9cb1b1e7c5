import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NotAnalysed } from '../contracts/finding.ts';
import { errorCode } from './error-code.ts';
import { createGit, gitOutput, splitNul } from './git-process.ts';

/** Folders that hold other people's or git's own files. */
const skippedFolders = new Set(['.git', 'node_modules']);

/** The files of a tree, in path order, relative to its root with forward slashes. */
export type Tree = { readonly files: readonly string[]; readonly notAnalysed: readonly NotAnalysed[] };

/** What one of the asked paths came to. */
type Listing = Tree;

/**
 * Lists what a scan looks at: in a repository what git tracks or would track, elsewhere (and in a folder that
 * git ignores) every file. Symbolic links are not followed.
 * @throws AppError `git-failed` and `git-missing`; an errno error when a path does not exist.
 */
export async function collectTree(options: {
  readonly root: string;
  readonly isRepository: boolean;
  /** Paths relative to `root`; `''` for the root itself. A file is taken as it is, ignored or not. */
  readonly paths: readonly string[];
}): Promise<Tree> {
  const files = new Set<string>();
  const notAnalysed = new Map<string | null, NotAnalysed>();
  for (const path of options.paths) {
    const listing = await listPath(options.root, path, options.isRepository);
    for (const file of listing.files) files.add(file);
    for (const gap of listing.notAnalysed) notAnalysed.set(gap.path, gap);
  }
  return {
    files: [...files].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
    notAnalysed: [...notAnalysed.values()],
  };
}

async function listPath(root: string, path: string, isRepository: boolean): Promise<Listing> {
  if (path !== '' && lstatSync(join(root, path)).isFile()) return { files: [path], notAnalysed: [] };
  if (!isRepository || (await isIgnored(root, path))) return walk(root, path);
  return await listRepository(root, path);
}

async function isIgnored(root: string, path: string): Promise<boolean> {
  if (path === '') return false;
  const { exitCode } = await createGit(root)(['check-ignore', '--quiet', '--', path]);
  return exitCode === 0;
}

async function listRepository(root: string, path: string): Promise<Listing> {
  const git = createGit(root);
  const below = path === '' ? [] : ['--', `:(literal)${path}`];
  const tracked = splitNul(await gitOutput(git, ['ls-files', '-z', '--stage', ...below]));
  const untracked = splitNul(
    await gitOutput(git, ['ls-files', '-z', '--others', '--exclude-standard', ...below]),
  );
  const files: string[] = [];
  const notAnalysed: NotAnalysed[] = [];
  for (const entry of tracked) {
    const tab = entry.indexOf('\t');
    const [mode, file] = [entry.slice(0, 6), entry.slice(tab + 1)];
    if (mode === '160000') notAnalysed.push({ path: file, reason: 'a submodule; scan it on its own' });
    else if (mode !== '120000') files.push(file);
  }
  for (const file of untracked) {
    // git lists a repository inside the repository as one entry that ends in a slash.
    if (file.endsWith('/'))
      notAnalysed.push({ path: file, reason: 'another git repository; scan it on its own' });
    else files.push(file);
  }
  return { files: files.filter(file => !isSkipped(file)), notAnalysed };
}

function isSkipped(file: string): boolean {
  return file.split('/').some(part => skippedFolders.has(part));
}

function walk(root: string, path: string): Listing {
  const files: string[] = [];
  const notAnalysed: NotAnalysed[] = [];
  const folders = [path];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
        const child = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && !skippedFolders.has(entry.name)) folders.push(child);
        else if (entry.isFile()) files.push(child);
      }
    } catch (error) {
      notAnalysed.push({ path: folder, reason: `the folder could not be read (${errorCode(error)})` });
    }
  }
  return { files, notAnalysed };
}
