import { type ConfigEntry, entryOf, stringOf, valueAt } from '../../../parsers/config-node.ts';
import { parseToml } from '../../../parsers/toml.ts';
import {
  createDependency,
  type Dependency,
  type DependencyFile,
  type DependencySource,
} from '../dependency.ts';

/**
 * `Cargo.lock` (The Cargo Book).
 *
 * @throws SyntaxProblem when it is not TOML.
 */
export function readCargoLock(text: string): DependencyFile {
  const packages = parseToml(text).filter(({ name }) => name === 'package');
  const dependencies = packages.flatMap(({ body }) => {
    const name = entryOf(body, 'name');
    const source = stringOf(valueAt(body, 'source'));
    const text = stringOf(name?.value);
    // Packages without a source are the workspace's own.
    if (name === undefined || text === undefined || source === undefined) return [];
    return [
      createDependency({
        name: text,
        version: stringOf(valueAt(body, 'version')),
        source: lockedSource(source),
        integrity: stringOf(valueAt(body, 'checksum')),
        span: { start: body.start, end: body.end },
        place: { start: name.keySpan.start, end: name.value.end },
      }),
    ];
  });
  return { ecosystem: 'cargo', kind: 'lock', dependencies };
}

function lockedSource(source: string): DependencySource {
  if (!source.startsWith('git+'))
    return { kind: 'registry', url: source.replace(/^(?:registry|sparse)\+/, '') };
  const [url = '', commit] = source.slice(4).split('#', 2);
  return { kind: 'git', url, commit };
}

/**
 * `Cargo.toml` (The Cargo Book, specifying dependencies).
 *
 * @throws SyntaxProblem when it is not TOML.
 */
export function readCargoToml(text: string): DependencyFile {
  const tables = parseToml(text);
  const section = /(?:^|\.)(?:dev-|build-)?dependencies$|^patch\.[\w-]+$/;
  const single = /(?:^|\.)(?:dev-|build-)?dependencies\.(?<name>[\w-]+)$/;
  const dependencies = tables.flatMap(({ name, body }) => {
    if (section.test(name)) return body.entries.map(toDependency);
    const own = single.exec(name)?.groups?.['name'];
    if (own === undefined) return [];
    const head = { start: body.start, end: body.entries[0]?.keySpan.start ?? body.end };
    return [toDependency({ key: own, keySpan: head, value: body })];
  });
  return { ecosystem: 'cargo', kind: 'manifest', dependencies };
}

function toDependency({ key, keySpan, value }: ConfigEntry): Dependency {
  const target = stringOf(valueAt(value, 'package'));
  const git = stringOf(valueAt(value, 'git'));
  const path = stringOf(valueAt(value, 'path'));
  const registry = stringOf(valueAt(value, 'registry-index'));
  const source: DependencySource =
    git !== undefined
      ? { kind: 'git', url: git, commit: fullCommit(stringOf(valueAt(value, 'rev'))) }
      : path !== undefined
        ? { kind: 'path', path }
        : { kind: 'registry', url: registry };
  return createDependency({
    name: target ?? key,
    alias: target === undefined ? undefined : key,
    requirement: stringOf(value) ?? stringOf(valueAt(value, 'version')),
    source,
    span: { start: keySpan.start, end: Math.max(keySpan.end, value.end) },
    place: keySpan,
  });
}

function fullCommit(revision: string | undefined): string | undefined {
  return revision !== undefined && /^[0-9a-f]{40}$/i.test(revision) ? revision : undefined;
}
