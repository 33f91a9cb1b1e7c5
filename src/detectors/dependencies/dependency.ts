import type { Span } from '../../contracts/detector.ts';

/** Where packages come from, by the names that package URLs use (github.com/package-url/purl-spec). */
export type Ecosystem = 'npm' | 'pypi' | 'golang' | 'maven' | 'cargo' | 'gem';

/** Where a package is fetched from, as the file says it. */
export type DependencySource =
  /** A registry; `url` where the file tells which (the archive's or the index's address). */
  | { readonly kind: 'registry'; readonly url: string | undefined }
  /** A repository; `commit` when it is bound to a full commit hash. */
  | { readonly kind: 'git'; readonly url: string; readonly commit: string | undefined }
  | { readonly kind: 'archive'; readonly url: string }
  | { readonly kind: 'path'; readonly path: string };

/** One package of a lock file, or one requirement of a manifest, at its place. */
export type Dependency = {
  /** In the ecosystem's own spelling; for Maven `group:artifact`; PyPI's names normalised (PEP 503). */
  readonly name: string;
  /** The name it is imported by where that differs (npm's `npm:` aliases, Cargo's `package`). */
  readonly alias: string | undefined;
  /** The exact version; undefined in manifests with ranges. */
  readonly version: string | undefined;
  /** The requirement as written in a manifest. */
  readonly requirement: string | undefined;
  readonly source: DependencySource;
  /** Checksums as written, joined by a space; undefined where the file has none for this package. */
  readonly integrity: string | undefined;
  /** Whether the lock file says that installing it runs its scripts. */
  readonly runsScripts: boolean;
  /** SPDX expression, where the file tells. */
  readonly licence: string | undefined;
  /** The whole entry. */
  readonly span: Span;
  /** Where to point. */
  readonly place: Span;
};

/** What a lock file or manifest says. */
export type DependencyFile = {
  readonly ecosystem: Ecosystem;
  readonly kind: 'lock' | 'manifest';
  readonly dependencies: readonly Dependency[];
  /**
   * For lock files: the part that repeats what the manifest asks for; it must not change without the manifest.
   * Undefined where the format has none.
   */
  readonly asked?: { readonly text: string; readonly span: Span } | undefined;
};

/** A dependency of which only name and place are known; formats fill in the rest. */
export function createDependency(
  known: Pick<Dependency, 'name' | 'span' | 'place'> & Partial<Dependency>,
): Dependency {
  return {
    alias: undefined,
    version: undefined,
    requirement: undefined,
    source: { kind: 'registry', url: undefined },
    integrity: undefined,
    runsScripts: false,
    licence: undefined,
    ...known,
  };
}

/** PyPI's name in its normal form (PEP 503). */
export function normalPythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

const fullCommit = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i;

/** Reads an address in the notations that package managers share; undefined for what is no address. */
export function sourceOf(text: string): DependencySource | undefined {
  const [address = '', fragment = ''] = splitOnce(text, '#');
  const isGit =
    /^(?:git(?:\+[a-z]+)?:|git@|ssh:\/\/)/i.test(address) ||
    /^(?:github|gitlab|bitbucket|gist):/i.test(address) ||
    (/^https?:\/\//i.test(address) && /\.git$/i.test(address));
  if (isGit || /^[\w.-]+\/[\w.-]+$/.test(address)) {
    const ref = fragment.replace(/^commit[:=]/, '');
    return { kind: 'git', url: address, commit: fullCommit.test(ref) ? ref : undefined };
  }
  if (/^(?:file|link|portal|workspace):|^\.{0,2}\/|^~\//.test(address))
    return { kind: 'path', path: address.replace(/^[a-z]+:/, '') };
  return /^https?:\/\//i.test(address) ? { kind: 'archive', url: address } : undefined;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
