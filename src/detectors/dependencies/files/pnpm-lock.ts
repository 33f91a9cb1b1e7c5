import { SyntaxProblem } from '../../../parsers/syntax-problem.ts';
import {
  createDependency,
  type Dependency,
  type DependencyFile,
  type DependencySource,
} from '../dependency.ts';
import { childValue, type IndentedEntry, readIndented } from './indented.ts';
import { splitName } from './npm-lock.ts';

/** `pnpm-lock.yaml`, versions 5 to 9 (github.com/pnpm/spec, lockfile). */
export function readPnpmLock(text: string): DependencyFile {
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  if (/\{[^}]*$/.test(last)) throw new SyntaxProblem('the file ends within an entry', text.length);
  const roots = readIndented(text);
  const packages = roots.find(({ key }) => key === 'packages')?.children ?? [];
  const asked = roots.filter(({ key }) => /^(?:importers|specifiers|.*[dD]ependencies)$/.test(key));
  const [first] = asked;
  return {
    ecosystem: 'npm',
    kind: 'lock',
    dependencies: packages.flatMap(toDependency),
    asked:
      first === undefined
        ? undefined
        : { text: asked.flatMap(specifiersBelow).join('\n'), span: first.place },
  };
}

/** What was asked for, not what it was resolved to: updates within a range change no manifest. */
function specifiersBelow(entry: IndentedEntry): readonly string[] {
  if (entry.key === 'specifiers') return entry.children.map(({ key, value }) => `${key} ${value}`);
  return entry.children.flatMap(child => {
    const specifier = childValue(child, 'specifier');
    return specifier === undefined ? specifiersBelow(child) : [`${child.key} ${specifier}`];
  });
}

function toDependency(entry: IndentedEntry): readonly Dependency[] {
  const key = entry.key.replace(/\(.*$/, '');
  const named = nameOf(key);
  const name = childValue(entry, 'name') ?? named?.name;
  if (name === undefined) return [];
  const version = childValue(entry, 'version') ?? named?.version;
  const resolution = resolutionOf(entry);
  return [
    createDependency({
      name,
      version: /^\d/.test(version ?? '') ? version : undefined,
      source: sourceOf(resolution),
      integrity: resolution.get('integrity'),
      runsScripts: childValue(entry, 'requiresBuild') === 'true',
      span: entry.span,
      place: entry.place,
    }),
  ];
}

/** `/@s/a/1.0.0_peer` (5), `/@s/a@1.0.0` (6) or `@s/a@1.0.0` (9); undefined for addresses. */
function nameOf(key: string): { readonly name: string; readonly version: string | undefined } | undefined {
  const slashed = /^\/(?<name>(?:@[^/]+\/)?[^/@]+)\/(?<version>\d[^_/]*)/.exec(key)?.groups;
  if (slashed !== undefined) return { name: slashed['name'] ?? '', version: slashed['version'] };
  const plain = key.replace(/^\//, '');
  const { name, version } = splitName(plain);
  return /^(?:@[^/]+\/)?[^/:]+$/.test(name) ? { name, version } : undefined;
}

/** `resolution: {integrity: sha512-…, tarball: https://…}`, in one line or below. */
function resolutionOf(entry: IndentedEntry): ReadonlyMap<string, string> {
  const resolution = entry.children.find(({ key }) => key === 'resolution');
  const below = (resolution?.children ?? []).map(({ key, value }) => [key, value] as const);
  const inline = [...(resolution?.value ?? '').matchAll(/(?<key>\w+): (?<value>[^,}]+)/g)].map(
    ({ groups }) => [groups?.['key'] ?? '', (groups?.['value'] ?? '').trim()] as const,
  );
  return new Map([...below, ...inline]);
}

function sourceOf(resolution: ReadonlyMap<string, string>): DependencySource {
  const repository = resolution.get('repo');
  if (repository !== undefined) return { kind: 'git', url: repository, commit: resolution.get('commit') };
  const archive = resolution.get('tarball');
  if (archive?.startsWith('file:') === true) return { kind: 'path', path: archive };
  if (archive === undefined) return { kind: 'registry', url: undefined };
  const commit = /^https:\/\/codeload\.github\.com\/.*\/tar\.gz\/(?<commit>[0-9a-f]{40})$/.exec(archive);
  if (commit !== null) return { kind: 'git', url: archive, commit: commit.groups?.['commit'] };
  return /\/-\/|\/npm\//.test(archive)
    ? { kind: 'registry', url: archive }
    : { kind: 'archive', url: archive };
}
