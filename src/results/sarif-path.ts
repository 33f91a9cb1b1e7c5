import type { IngestedResult, IngestedRun } from './sarif-log.ts';

type Location = NonNullable<
  NonNullable<NonNullable<IngestedResult['locations']>[number]['physicalLocation']>['artifactLocation']
>;

/**
 * The repository-relative path a location names, or undefined when it lies outside the repository or is no file
 * (another scheme, `..`, an absolute path outside `root`). Takes `file://` URLs, absolute paths under `root`,
 * base ids such as `%SRCROOT%`, references into the run's artifacts, and backslashes.
 */
export function repositoryPath(
  location: Location | undefined,
  run: IngestedRun,
  root: string | undefined,
): string | undefined {
  const indexed = run.artifacts?.[location?.index ?? -1]?.location;
  const uri = location?.uri ?? indexed?.uri;
  if (uri === undefined) return undefined;
  const plain = plainPath(uri);
  if (plain === undefined) return undefined;
  if (isAbsolute(plain)) return relativeTo(plain, root);
  const baseId = location?.uriBaseId ?? indexed?.uriBaseId;
  const base = baseId === undefined ? undefined : plainPath(run.originalUriBaseIds?.[baseId]?.uri ?? '');
  // A base inside the root is a subfolder; any other (a container's root, none) stands for the root itself.
  const folder = base === undefined || !isAbsolute(base) ? undefined : relativeTo(base, root);
  return normalised(folder === undefined ? plain : `${folder}/${plain}`);
}

function plainPath(uri: string): string | undefined {
  const withoutBase = uri.replace(/^%[A-Z_]+%[\\/]/, '');
  const local = withoutBase.replace(/^file:\/\/(localhost)?(?=\/)/i, '').replace(/^file:(?!\/\/)/i, '');
  if (/^[a-z][a-z0-9+.-]+:/i.test(local)) return undefined;
  try {
    return decodeURIComponent(local).replaceAll('\\', '/');
  } catch {
    // A scanner that does not percent-encode: a lone % is part of the name.
    return local.replaceAll('\\', '/');
  }
}

function isAbsolute(path: string): boolean {
  return /^\/?[a-z]:\//i.test(path) || path.startsWith('/');
}

function relativeTo(path: string, root: string | undefined): string | undefined {
  if (root === undefined) return undefined;
  const folder = `/${root.replaceAll('\\', '/').replace(/^\/+|\/+$/g, '')}/`;
  const absolute = `/${path.replace(/^\/+/, '')}`;
  if (`${absolute.replace(/\/+$/, '')}/` === folder) return '';
  return absolute.startsWith(folder) ? normalised(absolute.slice(folder.length)) : undefined;
}

function normalised(path: string): string | undefined {
  const segments = path.split('/').filter(segment => segment !== '' && segment !== '.');
  const odd = segments.includes('..') || /[\p{Cc}\p{Cs}]/u.test(path) || path.length > 4_096;
  return odd || segments.length === 0 ? undefined : segments.join('/');
}
