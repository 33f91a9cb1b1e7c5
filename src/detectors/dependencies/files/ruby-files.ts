import {
  createDependency,
  type Dependency,
  type DependencyFile,
  type DependencySource,
} from '../dependency.ts';
import { linesOf, spanIn } from './text-lines.ts';

/** `Gemfile.lock` (bundler.io): sections of sources, each with its `specs`, then `DEPENDENCIES` and `CHECKSUMS`. */
export function readGemfileLock(text: string): DependencyFile {
  const dependencies: Dependency[] = [];
  const checksums = new Map<string, string>();
  const asked: string[] = [];
  let askedSpan = { start: 0, end: 0 };
  let section = '';
  let remote: string | undefined;
  let revision: string | undefined;
  for (const line of linesOf(text)) {
    if (/^[A-Z]/.test(line.text)) {
      section = line.text.trim();
      [remote, revision] = [undefined, undefined];
      if (section === 'DEPENDENCIES') askedSpan = { start: line.start, end: line.end };
      continue;
    }
    const field = /^ {2}(?<key>remote|revision): (?<value>.*)$/.exec(line.text)?.groups;
    if (field?.['key'] === 'remote') remote = field['value'];
    if (field?.['key'] === 'revision') revision = field['value'];
    if (section === 'DEPENDENCIES' && line.text.trim() !== '') asked.push(line.text.trim());
    if (section === 'CHECKSUMS') {
      const [name = '', version = '', hash] = line.text.trim().split(' ');
      if (hash !== undefined) checksums.set(`${name} ${version}`, hash);
    }
    const { name, version } = /^ {4}(?<name>[\w.-]+) \((?<version>[^)]+)\)$/.exec(line.text)?.groups ?? {};
    if (name === undefined || version === undefined) continue;
    dependencies.push(
      createDependency({
        name,
        version: version.replace(/-(?:x86|x64|arm|aarch|java|universal|mswin|mingw).*$/, ''),
        source: gemSource(section, remote, revision),
        span: { start: line.start, end: line.end },
        place: spanIn(line, name),
      }),
    );
  }
  return {
    ecosystem: 'gem',
    kind: 'lock',
    dependencies: dependencies.map(entry => ({
      ...entry,
      integrity: checksums.get(`${entry.name} (${entry.version})`),
    })),
    asked: asked.length === 0 ? undefined : { text: asked.join('\n'), span: askedSpan },
  };
}

function gemSource(
  section: string,
  remote: string | undefined,
  revision: string | undefined,
): DependencySource {
  if (section === 'GIT') return { kind: 'git', url: remote ?? '', commit: revision };
  return section === 'PATH' ? { kind: 'path', path: remote ?? '' } : { kind: 'registry', url: remote };
}

/** `Gemfile`: `gem 'name', 'requirement', options`. */
export function readGemfile(text: string): DependencyFile {
  const dependencies: Dependency[] = [];
  for (const line of linesOf(text)) {
    const { name, rest } = /^\s*gem[ (]+["'](?<name>[\w.-]+)["'](?<rest>.*)$/.exec(line.text)?.groups ?? {};
    if (name === undefined || rest === undefined) continue;
    const option = (key: string): string | undefined =>
      new RegExp(`(?:\\b${key}:|:${key}\\s*=>)\\s*["']([^"']+)["']`).exec(rest)?.[1];
    const git = option('git') ?? option('github');
    const ref = option('ref');
    const path = option('path');
    const source: DependencySource =
      git !== undefined
        ? { kind: 'git', url: git, commit: ref !== undefined && /^[0-9a-f]{40}$/.test(ref) ? ref : undefined }
        : path !== undefined
          ? { kind: 'path', path }
          : { kind: 'registry', url: option('source') };
    dependencies.push(
      createDependency({
        name,
        requirement: /^\s*,\s*["']([^"']+)["']/.exec(rest)?.[1],
        source,
        span: { start: line.start, end: line.end },
        place: spanIn(line, name),
      }),
    );
  }
  return { ecosystem: 'gem', kind: 'manifest', dependencies };
}
