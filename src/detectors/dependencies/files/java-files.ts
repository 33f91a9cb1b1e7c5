import { type ConfigEntry, entryOf, stringOf, valueAt } from '../../../parsers/config-node.ts';
import { SyntaxProblem } from '../../../parsers/syntax-problem.ts';
import { parseToml } from '../../../parsers/toml.ts';
import { createDependency, type Dependency, type DependencyFile } from '../dependency.ts';
import { linesOf, spanIn } from './text-lines.ts';

const dependencyElement =
  /<(?<element>dependency|parent|plugin|extension)>(?<body>(?:(?!<\/?\k<element>>)[^])*)<\/\k<element>>/g;

/** `pom.xml` (maven.apache.org/pom.html); `${…}` of the file's own properties is filled in. */
export function readPom(text: string): DependencyFile {
  if (!/<\/project>|<project\b[^>]*\/>/.test(text))
    throw new SyntaxProblem('the end of the project is missing', text.length);
  const properties = propertiesOf(text);
  const plain = text.replace(/<!--[^]*?-->/g, comment => ' '.repeat(comment.length));
  const dependencies: Dependency[] = [];
  for (const match of plain.matchAll(dependencyElement)) {
    const body = match.groups?.['body'] ?? '';
    const read = (name: string): string | undefined => fill(elementIn(body, name), properties);
    const artifact = read('artifactId');
    const group =
      read('groupId') ?? (match.groups?.['element'] === 'plugin' ? 'org.apache.maven.plugins' : undefined);
    if (artifact === undefined || group === undefined || group.includes('${')) continue;
    const version = read('version');
    const span = { start: match.index, end: match.index + match[0].length };
    const at = plain.indexOf('<artifactId>', match.index);
    dependencies.push(
      createDependency({
        name: `${group}:${artifact}`,
        version: version !== undefined && /^[\w.-]+$/.test(version) ? version : undefined,
        requirement: version,
        source:
          read('systemPath') === undefined
            ? { kind: 'registry', url: undefined }
            : { kind: 'path', path: '' },
        span,
        place: { start: at, end: at + elementLength(plain, at) },
      }),
    );
  }
  return { ecosystem: 'maven', kind: 'manifest', dependencies };
}

function elementLength(text: string, at: number): number {
  const end = text.indexOf('</artifactId>', at);
  return end === -1 ? 0 : end - at + '</artifactId>'.length;
}

function elementIn(body: string, name: string): string | undefined {
  const open = `<${name}>`;
  const start = body.indexOf(open);
  const end = body.indexOf(`</${name}>`, start);
  return start === -1 || end === -1 ? undefined : body.slice(start + open.length, end).trim();
}

function propertiesOf(text: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const start = text.indexOf('<properties>');
  const end = text.indexOf('</properties>', start);
  if (start === -1 || end === -1) return properties;
  for (const { groups } of text.slice(start, end).matchAll(/<(?<name>[\w.-]+)>(?<value>[^<]*)(?=<\/)/g))
    properties.set(groups?.['name'] ?? '', (groups?.['value'] ?? '').trim());
  return properties;
}

function fill(text: string | undefined, properties: ReadonlyMap<string, string>): string | undefined {
  return text?.replace(/\$\{([\w.-]+)\}/g, (whole, name: string) => properties.get(name) ?? whole);
}

/** `gradle.lockfile` (docs.gradle.org, locking dependency versions): `group:artifact:version=configurations`. */
export function readGradleLock(text: string): DependencyFile {
  const dependencies: Dependency[] = [];
  for (const line of linesOf(text)) {
    const { name, version } = /^(?<name>[\w.-]+:[\w.-]+):(?<version>[^=\s]+)=/.exec(line.text)?.groups ?? {};
    if (name === undefined) continue;
    const span = { start: line.start, end: line.end };
    dependencies.push(createDependency({ name, version, span, place: spanIn(line, name) }));
  }
  return { ecosystem: 'maven', kind: 'lock', dependencies };
}

const gradleNotation =
  /["'](?<group>[\w.-]+):(?<artifact>[\w.-]+):(?<version>[\w.+-]+)(?::[\w-]+)?(?:@\w+)?["']/g;

/** `build.gradle` and `build.gradle.kts`: dependencies in the short notation. */
export function readGradleBuild(text: string): DependencyFile {
  const dependencies = [...text.matchAll(gradleNotation)].map(match => {
    const { group = '', artifact = '', version = '' } = match.groups ?? {};
    const span = { start: match.index, end: match.index + match[0].length };
    return createDependency({
      name: `${group}:${artifact}`,
      version: version.includes('+') ? undefined : version,
      requirement: version,
      span,
      place: span,
    });
  });
  return { ecosystem: 'maven', kind: 'manifest', dependencies };
}

/**
 * A version catalog, `gradle/libs.versions.toml` (docs.gradle.org, sharing dependency versions).
 *
 * @throws SyntaxProblem when it is not TOML.
 */
export function readVersionCatalog(text: string): DependencyFile {
  const tables = parseToml(text);
  const versions = tables.find(({ name }) => name === 'versions')?.body;
  const dependencies = tables
    .filter(({ name }) => name === 'libraries' || name === 'plugins')
    .flatMap(({ body }) => body.entries)
    .flatMap(entry => fromCatalog(entry, reference => stringOf(entryOf(versions, reference)?.value)));
  return { ecosystem: 'maven', kind: 'manifest', dependencies };
}

function fromCatalog(
  { keySpan, value }: ConfigEntry,
  versionOf: (reference: string) => string | undefined,
): readonly Dependency[] {
  const read = (...keys: readonly string[]): string | undefined => stringOf(valueAt(value, ...keys));
  const [group, artifact, short] = (stringOf(value) ?? '').split(':');
  const plugin = read('id');
  const module = read('module') ?? (plugin === undefined ? undefined : `${plugin}:${plugin}.gradle.plugin`);
  const named = module ?? [read('group') ?? group, read('name') ?? artifact].filter(Boolean).join(':');
  if (!/^[\w.-]+:[\w.-]+$/.test(named)) return [];
  const reference = read('version', 'ref') ?? read('version.ref');
  const requirement =
    short ??
    read('version') ??
    read('version', 'strictly') ??
    (reference === undefined ? undefined : versionOf(reference));
  const version = requirement !== undefined && /^\d[\w.-]*$/.test(requirement) ? requirement : undefined;
  const span = { start: keySpan.start, end: value.end };
  return [createDependency({ name: named, version, requirement, span, place: keySpan })];
}
