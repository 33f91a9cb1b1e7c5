import { type ConfigEntry, entryOf, itemsOf, stringOf, valueAt } from '../../../parsers/config-node.ts';
import { parseJson } from '../../../parsers/json.ts';
import { parseToml, type TomlTable } from '../../../parsers/toml.ts';
import {
  createDependency,
  type Dependency,
  type DependencyFile,
  type DependencySource,
  normalPythonName,
  sourceOf,
} from '../dependency.ts';
import { linesOf, spanIn } from './text-lines.ts';

const requirementPattern =
  /^(?<name>[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?:@\s*(?<address>\S+)|(?<range>\(?\s*(?:[=<>!~].*)?))$/;

/** `requirements*.txt` (pip documentation, requirements file format). Pinned requirements count as locked. */
export function readRequirements(text: string): DependencyFile {
  const dependencies: Dependency[] = [];
  const lines = [...linesOf(text)];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    let whole = line.text;
    let { end } = line;
    // A trailing backslash continues the line; hashes usually stand there.
    while (whole.trimEnd().endsWith('\\') && index + 1 < lines.length) {
      index += 1;
      whole = `${whole.trimEnd().slice(0, -1)} ${lines[index]?.text ?? ''}`;
      end = lines[index]?.end ?? end;
    }
    const hashes = [...whole.matchAll(/--hash[= ](\S+)/g)].map(match => match[1] ?? '');
    const [bare = ''] = whole
      .replace(/(?:^|\s)#.*$/, '')
      .split(/\s--(?:hash|config-settings|global-option)\b/);
    const requirement = bare.split(';')[0]?.trim() ?? '';
    const read = readRequirement(requirement);
    if (read === undefined) continue;
    dependencies.push(
      createDependency({
        ...read,
        integrity: hashes.length === 0 ? undefined : hashes.join(' '),
        span: { start: line.start, end },
        place: spanIn(line, requirement),
      }),
    );
  }
  // With checksums it is what pip-compile and uv write: nothing else will be installed.
  const locked = dependencies.some(({ integrity }) => integrity !== undefined);
  return { ecosystem: 'pypi', kind: locked ? 'lock' : 'manifest', dependencies };
}

type Requirement = Pick<Dependency, 'name'> & Partial<Dependency>;

/** A requirement in the notation of PEP 508, or an address as pip takes it; undefined for options and paths. */
function readRequirement(text: string): Requirement | undefined {
  const editable = text.replace(/^(?:-e|--editable)[ =]/, '').trim();
  if (/^(?:git|hg|svn|bzr)\+|^https?:\/\//.test(editable)) return fromAddress(editable);
  const groups = requirementPattern.exec(text)?.groups;
  if (groups?.['name'] === undefined) return undefined;
  const { name, address, range = '' } = groups;
  if (address !== undefined) return { ...fromAddress(address), name: normalPythonName(name) };
  const version = /^\(?={2,3}\s*(?<version>[^\s,*)]+)\)?$/.exec(range.trim())?.groups?.['version'];
  return { name: normalPythonName(name), version, requirement: range.trim() };
}

function fromAddress(address: string): Requirement {
  const egg = /[#&]egg=(?<name>[\w.-]+)/.exec(address)?.groups?.['name'];
  const plain = address.replace(/#.*$/, '');
  const last = plain
    .slice(plain.lastIndexOf('/') + 1)
    .replace(/@.*$|\.git$|-\d.*$|\.(?:tar\.gz|zip|whl)$/, '');
  return { name: normalPythonName(egg ?? last), requirement: address, source: pythonSource(address) };
}

function pythonSource(address: string): DependencySource {
  const plain = address.replace(/#.*$/, '');
  if (!/^(?:git|hg|svn|bzr)\+/.test(plain)) return sourceOf(plain) ?? { kind: 'archive', url: plain };
  const at = plain.lastIndexOf('@');
  const ref = at > plain.indexOf('://') + 3 ? plain.slice(at + 1) : '';
  const commit = /^[0-9a-f]{40}$/i.test(ref) ? ref : undefined;
  return { kind: 'git', url: ref.includes('/') || ref === '' ? plain : plain.slice(0, at), commit };
}

/**
 * `pyproject.toml` (PEP 621, PEP 735, Poetry).
 *
 * @throws SyntaxProblem when it is not TOML.
 */
export function readPyproject(text: string): DependencyFile {
  const tables = parseToml(text);
  const dependencies = tables.flatMap(({ name, body }) => {
    if (name === 'project') return body.entries.filter(({ key }) => key === 'dependencies').flatMap(fromList);
    if (name === 'project.optional-dependencies' || name === 'dependency-groups')
      return body.entries.flatMap(fromList);
    if (name === 'build-system')
      return body.entries.filter(({ key }) => key === 'requires').flatMap(fromList);
    // uv keeps the requirement above and says here where it comes from.
    if (name === 'tool.uv.sources') {
      return body.entries.flatMap(fromPoetry).filter(({ source }) => source.kind !== 'registry');
    }
    return /^tool\.poetry\.(?:group\.[^.]+\.)?(?:dev-)?dependencies$/.test(name)
      ? body.entries.flatMap(fromPoetry)
      : [];
  });
  return { ecosystem: 'pypi', kind: 'manifest', dependencies };
}

function fromList({ value }: ConfigEntry): readonly Dependency[] {
  return itemsOf(value).flatMap(item => {
    const read = readRequirement((stringOf(item) ?? '').split(';')[0]?.trim() ?? '');
    return read === undefined ? [] : [createDependency({ ...read, span: item, place: item })];
  });
}

function fromPoetry({ key, keySpan, value }: ConfigEntry): readonly Dependency[] {
  if (key === 'python') return [];
  const span = { start: keySpan.start, end: value.end };
  const git = stringOf(valueAt(value, 'git'));
  const url = stringOf(valueAt(value, 'url'));
  const revision = stringOf(valueAt(value, 'rev'));
  const commit = revision !== undefined && /^[0-9a-f]{40}$/i.test(revision) ? revision : undefined;
  const path = stringOf(valueAt(value, 'path'));
  const source: DependencySource =
    git !== undefined
      ? { kind: 'git', url: git, commit }
      : url !== undefined
        ? { kind: 'archive', url }
        : path !== undefined
          ? { kind: 'path', path }
          : { kind: 'registry', url: undefined };
  const requirement = stringOf(value) ?? stringOf(valueAt(value, 'version'));
  return [createDependency({ name: normalPythonName(key), requirement, source, span, place: keySpan })];
}

/**
 * `poetry.lock`, `uv.lock`, `pdm.lock`: one `[[package]]` a package; `pylock.toml` (PEP 751): one `[[packages]]`.
 *
 * @throws SyntaxProblem when it is not TOML.
 */
export function readPythonLock(text: string): DependencyFile {
  const tables = parseToml(text);
  const metadata = tables.find(({ name }) => name === 'metadata')?.body;
  const hash = entryOf(metadata, 'content-hash');
  return {
    ecosystem: 'pypi',
    kind: 'lock',
    dependencies: tables.flatMap((table, index) =>
      /^packages?$/.test(table.name) ? fromLocked(table, belongingTo(tables, index)) : [],
    ),
    asked:
      hash === undefined
        ? undefined
        : { text: stringOf(hash.value) ?? '', span: { start: hash.keySpan.start, end: hash.value.end } },
  };
}

/** `[package.source]` and the like, up to the next package. */
function belongingTo(tables: readonly TomlTable[], index: number): readonly TomlTable[] {
  const rest = tables.slice(index + 1, index + 20);
  const end = rest.findIndex(({ name }) => !/^packages?\./.test(name));
  return end === -1 ? rest : rest.slice(0, end);
}

function fromLocked({ body }: TomlTable, below: readonly TomlTable[]): readonly Dependency[] {
  const name = entryOf(body, 'name');
  const text = stringOf(name?.value);
  if (name === undefined || text === undefined) return [];
  const source =
    below.find(({ name: table }) => /^packages?\.(?:source|vcs|archive|directory)$/.test(table))?.body ??
    entryOf(body, 'source')?.value;
  const files = [
    ...itemsOf(entryOf(body, 'files')?.value),
    ...itemsOf(entryOf(body, 'wheels')?.value),
    ...itemsOf(entryOf(body, 'sdist')?.value),
  ];
  const hashes = files.flatMap(file => stringOf(valueAt(file, 'hash')) ?? []);
  if (valueAt(source, 'editable') !== undefined || valueAt(source, 'virtual') !== undefined) return [];
  return [
    createDependency({
      name: normalPythonName(text),
      version: stringOf(entryOf(body, 'version')?.value),
      source: lockedSource(source),
      integrity: hashes.length === 0 ? undefined : hashes.join(' '),
      span: { start: body.start, end: below.at(-1)?.body.end ?? body.end },
      place: { start: name.keySpan.start, end: name.value.end },
    }),
  ];
}

function lockedSource(source: Parameters<typeof valueAt>[0]): DependencySource {
  const read = (key: string): string | undefined => stringOf(valueAt(source, key));
  const type = read('type');
  const git = read('git') ?? (type === 'git' ? read('url') : undefined);
  if (git !== undefined) {
    const commit = read('resolved_reference') ?? /#(?<commit>[0-9a-f]{40})$/.exec(git)?.groups?.['commit'];
    return { kind: 'git', url: git, commit };
  }
  const archive =
    type === 'url' ? read('url') : source?.kind === 'map' && type === undefined ? read('url') : undefined;
  if (archive !== undefined) return { kind: 'archive', url: archive };
  const path =
    read('path') ?? read('directory') ?? (/^(?:file|directory)$/.test(type ?? '') ? read('url') : undefined);
  if (path !== undefined) return { kind: 'path', path };
  return { kind: 'registry', url: read('registry') ?? read('url') };
}

/**
 * `Pipfile` (pipenv documentation): packages in the notation of Poetry.
 *
 * @throws SyntaxProblem when it is not TOML.
 */
export function readPipfile(text: string): DependencyFile {
  const tables = parseToml(text).filter(({ name }) => !/^(?:source|requires|scripts|pipenv)\b/.test(name));
  const dependencies = tables.flatMap(({ body }) => body.entries.flatMap(fromPoetry));
  return { ecosystem: 'pypi', kind: 'manifest', dependencies };
}

/**
 * `Pipfile.lock` (pipenv documentation).
 *
 * @throws SyntaxProblem when it is not JSON.
 */
export function readPipfileLock(text: string): DependencyFile {
  const root = parseJson(text);
  const dependencies = ['default', 'develop'].flatMap(section => {
    const map = entryOf(root, section)?.value;
    return map?.kind === 'map' ? map.entries.map(fromPipfile) : [];
  });
  const hash = entryOf(valueAt(root, '_meta', 'hash'), 'sha256');
  const asked =
    hash === undefined
      ? undefined
      : { text: stringOf(hash.value) ?? '', span: { start: hash.keySpan.start, end: hash.value.end } };
  return { ecosystem: 'pypi', kind: 'lock', dependencies, asked };
}

function fromPipfile({ key, keySpan, value }: ConfigEntry): Dependency {
  const hashes = itemsOf(entryOf(value, 'hashes')?.value).flatMap(item => stringOf(item) ?? []);
  const git = stringOf(valueAt(value, 'git'));
  const file = stringOf(valueAt(value, 'file'));
  const source: DependencySource =
    git !== undefined
      ? { kind: 'git', url: git, commit: stringOf(valueAt(value, 'ref')) }
      : file !== undefined
        ? { kind: 'archive', url: file }
        : { kind: 'registry', url: undefined };
  return createDependency({
    name: normalPythonName(key),
    version: stringOf(valueAt(value, 'version'))?.replace(/^==/, ''),
    source,
    integrity: hashes.length === 0 ? undefined : hashes.join(' '),
    span: { start: keySpan.start, end: value.end },
    place: keySpan,
  });
}
