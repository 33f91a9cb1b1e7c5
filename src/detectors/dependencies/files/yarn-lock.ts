import {
  createDependency,
  type Dependency,
  type DependencyFile,
  type DependencySource,
  sourceOf,
} from '../dependency.ts';
import { childValue, type IndentedEntry, readIndented, unquote } from './indented.ts';
import { splitName } from './npm-lock.ts';

/** `yarn.lock` of Yarn 1 and of Yarn 2 and later (classic.yarnpkg.com and yarnpkg.com). */
export function readYarnLock(text: string): DependencyFile {
  const entries = readIndented(text).filter(
    ({ key, children }) => key !== '__metadata' && children.length > 0,
  );
  return { ecosystem: 'npm', kind: 'lock', dependencies: entries.flatMap(toDependency) };
}

function toDependency(entry: IndentedEntry): readonly Dependency[] {
  const [pattern = ''] = entry.key.split(/,\s*/).map(unquote);
  const asked = nameOfPattern(pattern);
  const version = childValue(entry, 'version');
  const resolution = childValue(entry, 'resolution');
  const resolved = childValue(entry, 'resolved');
  if (asked === undefined || /@(?:workspace|link|portal|patch):/.test(resolution ?? pattern)) return [];
  const name = (resolution === undefined ? undefined : nameOfPattern(resolution)) ?? asked;
  return [
    createDependency({
      name: aliasTarget(pattern) ?? name,
      alias: (aliasTarget(pattern) ?? name) === asked ? undefined : asked,
      version: /^\d/.test(version ?? '') ? version : undefined,
      source: resolution === undefined ? classicSource(resolved) : berrySource(resolution),
      integrity: integrityOf(entry, resolved),
      span: entry.span,
      place: entry.place,
    }),
  ];
}

function nameOfPattern(pattern: string): string | undefined {
  return /^(?<name>(?:@[^/@]+\/)?[^@/]+)@/.exec(pattern)?.groups?.['name'];
}

/** `string-width-cjs@npm:string-width@^4` installs `string-width`. */
function aliasTarget(pattern: string): string | undefined {
  const target = /@npm:(?<target>(?:@[^/@]+\/)?[a-z][^@]*)@/i.exec(pattern)?.groups?.['target'];
  return target === undefined ? undefined : splitName(target).name;
}

function integrityOf(entry: IndentedEntry, resolved: string | undefined): string | undefined {
  const sha1 = /^https?:.*#(?<hash>[0-9a-f]{40})$/.exec(resolved ?? '')?.groups?.['hash'];
  return (
    childValue(entry, 'integrity') ??
    childValue(entry, 'checksum') ??
    (sha1 === undefined ? undefined : `sha1-${sha1}`)
  );
}

function classicSource(resolved: string | undefined): DependencySource {
  if (resolved === undefined) return { kind: 'registry', url: undefined };
  const address = resolved.replace(/#[0-9a-f]{40}$/, '');
  if (/^https?:\/\/[^/]+\/.*\/-\//.test(address)) return { kind: 'registry', url: address };
  return sourceOf(resolved) ?? { kind: 'registry', url: undefined };
}

function berrySource(resolution: string): DependencySource {
  const at = resolution.indexOf('@', 1);
  const locator = resolution.slice(at + 1);
  if (!locator.startsWith('npm:')) return sourceOf(locator) ?? { kind: 'registry', url: undefined };
  const archive = /__archiveUrl=(?<url>[^&]+)/.exec(locator)?.groups?.['url'];
  return { kind: 'registry', url: archive === undefined ? undefined : decode(archive) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
