/** Lock files by the manifest beside which they stand. */
export const lockFilesOf: Readonly<Record<string, readonly string[]>> = {
  'package.json': [
    'package-lock.json',
    'npm-shrinkwrap.json',
    'yarn.lock',
    'pnpm-lock.yaml',
    'bun.lock',
    'bun.lockb',
  ],
  'pyproject.toml': ['poetry.lock', 'uv.lock', 'pdm.lock'],
  Pipfile: ['Pipfile.lock'],
  Gemfile: ['Gemfile.lock'],
  'Cargo.toml': ['Cargo.lock'],
  'go.mod': ['go.sum'],
  'composer.json': ['composer.lock'],
  'mix.exs': ['mix.lock'],
  Podfile: ['Podfile.lock'],
};

/** All of them. */
export const lockFileNames: ReadonlySet<string> = new Set(Object.values(lockFilesOf).flat());

/** Paths that a manifest's lock file may have: beside it, or in a folder above, as workspaces have it. */
export function lockFileCandidates(manifest: string): readonly string[] {
  const parts = manifest.split('/');
  const names = lockFilesOf[parts.at(-1) ?? ''] ?? [];
  return parts.flatMap((_, depth) => {
    const folder = parts.slice(0, depth);
    return names.map(name => [...folder, name].join('/'));
  });
}
