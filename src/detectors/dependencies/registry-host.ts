import type { Dependency } from './dependency.ts';

/** Hosts of the public registries: packages may come from any of those that mean the same. */
const publicHosts: Readonly<Record<string, string>> = {
  'registry.npmjs.org': 'npm',
  'registry.yarnpkg.com': 'npm',
  'pypi.org': 'pypi',
  'files.pythonhosted.org': 'pypi',
  'github.com/rust-lang/crates.io-index': 'cargo',
  'index.crates.io': 'cargo',
  'rubygems.org': 'gem',
  'repo.maven.apache.org': 'maven',
  'repo1.maven.org': 'maven',
};

/** The registry a package comes from: a host, or one name for all hosts of a public registry; undefined when the file does not tell. */
export function registryOf({ source }: Dependency): string | undefined {
  if (source.kind === 'path') return undefined;
  const { url } = source;
  if (url === undefined) return undefined;
  const host = hostOf(url);
  if (host === undefined) return undefined;
  if (host === 'github.com' && url.includes('rust-lang/crates.io-index')) return 'cargo';
  return source.kind === 'registry' ? (publicHosts[host] ?? host) : host;
}

/** Whether a registry, as `registryOf` names it, is a public one. */
export function isPublicRegistry(registry: string): boolean {
  return Object.values(publicHosts).includes(registry);
}

/** The host of an address, in lower case; also for `git@host:path`. */
function hostOf(url: string): string | undefined {
  const shorthand = /^(?:git\+ssh:\/\/)?git@(?<host>[\w.-]+)[:/]/.exec(url)?.groups?.['host'];
  if (shorthand !== undefined) return shorthand.toLowerCase();
  const named = /^(?<site>github|gitlab|bitbucket):/.exec(url)?.groups?.['site'];
  if (named !== undefined) return named === 'bitbucket' ? 'bitbucket.org' : `${named}.com`;
  const plain = url.replace(/^(?:git|registry|sparse)\+/, '');
  if (!URL.canParse(plain)) return undefined;
  const { hostname } = new URL(plain);
  return hostname === '' ? undefined : hostname.toLowerCase();
}
