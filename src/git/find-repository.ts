import { didYouMean } from '../did-you-mean.ts';
import { createGit, type Git } from './git-process.ts';

/** Branches a change is usually compared with, most telling first. */
const usualBases = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

/** A commit id, or why there is none. */
export type ResolvedRef =
  | { readonly kind: 'commit'; readonly sha: string }
  | { readonly kind: 'unknown'; readonly message: string };

/** Top folder of the repository that holds `folder`; undefined outside of one. */
export async function findRepository(folder: string): Promise<string | undefined> {
  const { exitCode, stdout } = await createGit(folder)(['rev-parse', '--show-toplevel']);
  return exitCode === 0 ? stdout.toString('utf8').replace(/\r?\n$/, '') : undefined;
}

/** The commit a branch, tag or id stands for. */
export async function resolveRef(git: Git, ref: string): Promise<ResolvedRef> {
  const { exitCode, stdout } = await git([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  if (exitCode === 0) return { kind: 'commit', sha: stdout.toString('latin1').trim() };
  const known = await git(['for-each-ref', '--format=%(refname:short)']);
  const hint = didYouMean(ref, known.stdout.toString('utf8').split('\n').slice(0, 500));
  return {
    kind: 'unknown',
    message: `There is no branch, tag or commit "${ref}" in this repository.${hint}`,
  };
}

/** The first usual base that exists, with the name it was found under. */
export async function findUsualBase(
  git: Git,
): Promise<{ readonly ref: string; readonly sha: string } | undefined> {
  for (const ref of usualBases) {
    const resolved = await resolveRef(git, ref);
    if (resolved.kind === 'commit') return { ref, sha: resolved.sha };
  }
  return undefined;
}

/** The best common ancestor; undefined when the histories share none, or a shallow clone lacks it. */
export async function mergeBase(git: Git, a: string, b: string): Promise<string | undefined> {
  const { exitCode, stdout } = await git(['merge-base', a, b]);
  return exitCode === 0 ? stdout.toString('latin1').trim() : undefined;
}
