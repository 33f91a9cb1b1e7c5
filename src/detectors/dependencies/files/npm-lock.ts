import type { Span } from '../../../contracts/detector.ts';
import {
  type ConfigEntry,
  type ConfigNode,
  entryOf,
  stringOf,
  valueAt,
} from '../../../parsers/config-node.ts';
import { parseJson } from '../../../parsers/json.ts';
import {
  createDependency,
  type Dependency,
  type DependencyFile,
  type DependencySource,
  sourceOf,
} from '../dependency.ts';

/**
 * `package-lock.json` and `npm-shrinkwrap.json`, versions 1 to 3 (docs.npmjs.com, package-lock.json).
 *
 * @throws SyntaxProblem when it is not JSON.
 */
export function readNpmLock(text: string): DependencyFile {
  const root = parseJson(text);
  const packages = entryOf(root, 'packages')?.value;
  const dependencies =
    packages?.kind === 'map'
      ? packages.entries.flatMap(fromPackage)
      : fromTree(entryOf(root, 'dependencies'));
  const own = entryOf(packages, '');
  return {
    ecosystem: 'npm',
    kind: 'lock',
    dependencies,
    asked: own === undefined ? undefined : askedOf(own, text),
  };
}

const askedKeys = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

function askedOf(own: ConfigEntry, text: string): { readonly text: string; readonly span: Span } {
  const parts = askedKeys.flatMap(key => {
    const value = entryOf(own.value, key)?.value;
    return value === undefined ? [] : [`${key}${text.slice(value.start, value.end)}`];
  });
  return { text: parts.join('\n'), span: { start: own.keySpan.start, end: own.value.end } };
}

/** Versions 2 and 3: `node_modules/a/node_modules/@s/b` → entry. Links and the project's own folders are left out. */
function fromPackage(entry: ConfigEntry): readonly Dependency[] {
  const marker = 'node_modules/';
  const at = entry.key.lastIndexOf(marker);
  if (at === -1 || valueAt(entry.value, 'link') !== undefined) return [];
  const folder = entry.key.slice(at + marker.length);
  const name = stringOf(valueAt(entry.value, 'name')) ?? folder;
  return [read(entry, name, name === folder ? undefined : folder)];
}

/** Version 1: a tree of `dependencies`. */
function fromTree(entry: ConfigEntry | undefined): readonly Dependency[] {
  const found: Dependency[] = [];
  const pending = entry === undefined ? [] : [entry.value];
  for (let map = pending.pop(); map !== undefined; map = pending.pop()) {
    if (map.kind !== 'map') continue;
    for (const child of map.entries) {
      found.push(read(child, child.key, undefined));
      const below = entryOf(child.value, 'dependencies')?.value;
      if (below !== undefined) pending.push(below);
    }
  }
  return found;
}

function read(entry: ConfigEntry, name: string, alias: string | undefined): Dependency {
  const { value, keySpan } = entry;
  const written = stringOf(valueAt(value, 'version'));
  const resolved = stringOf(valueAt(value, 'resolved'));
  const isAlias = written?.startsWith('npm:') === true;
  const target = isAlias ? splitName(written.slice(4)) : undefined;
  const below = entryOf(value, 'dependencies');
  return createDependency({
    name: target?.name ?? name,
    alias: target === undefined ? alias : name,
    version: target?.version ?? (/^\d/.test(written ?? '') ? written : undefined),
    source: sourceOfEntry(resolved, written),
    integrity: stringOf(valueAt(value, 'integrity')),
    runsScripts: isTrue(valueAt(value, 'hasInstallScript')),
    licence: stringOf(valueAt(value, 'license')),
    // Version 1 nests packages in packages: what changed below is not a change of this one.
    span: { start: keySpan.start, end: below?.keySpan.start ?? value.end },
    place: keySpan,
  });
}

function sourceOfEntry(resolved: string | undefined, written: string | undefined): DependencySource {
  const address = resolved ?? (written === undefined || /^(?:\d|npm:)/.test(written) ? undefined : written);
  const source = address === undefined ? undefined : sourceOf(address);
  if (source === undefined) return { kind: 'registry', url: undefined };
  const isPackage = source.kind === 'archive' && /\/-\/|\.tgz(?:$|[?#])/.test(source.url);
  return isPackage && /^\d/.test(written ?? '') ? { kind: 'registry', url: source.url } : source;
}

/** `@s/name@1.2.3` → name and version. */
export function splitName(text: string): { readonly name: string; readonly version: string | undefined } {
  const at = text.lastIndexOf('@');
  return at > 0
    ? { name: text.slice(0, at), version: text.slice(at + 1) }
    : { name: text, version: undefined };
}

function isTrue(node: ConfigNode | undefined): boolean {
  return node?.kind === 'scalar' && node.value === true;
}
