import type { Span } from '../../../contracts/detector.ts';
import { createDependency, type Dependency, type DependencyFile } from '../dependency.ts';
import { linesOf, spanIn, type TextLine } from './text-lines.ts';

/** `require` lines, alone or in a block; `module version`. */
const requireLine = /^(?:require\s+)?(?<name>[\w.~-]+(?:\/[\w.~-]+)+)\s+(?<version>v\d[^\s/]*)/;

/** `go.mod` (go.dev/ref/mod). Its versions are exact lower bounds and what is built unless another module asks for more. */
export function readGoMod(text: string): DependencyFile {
  const dependencies: Dependency[] = [];
  let block = '';
  for (const line of linesOf(text)) {
    const content = line.text.replace(/\/\/.*$/, '').trim();
    const opening = /^(?<word>\w+)\s*\($/.exec(content)?.groups?.['word'];
    if (opening !== undefined) block = opening;
    else if (content === ')') block = '';
    else if (block === 'require' || content.startsWith('require ')) push(dependencies, content, line);
  }
  return { ecosystem: 'golang', kind: 'manifest', dependencies };
}

function push(dependencies: Dependency[], content: string, line: TextLine): void {
  const { name, version } = requireLine.exec(content)?.groups ?? {};
  if (name === undefined || version === undefined) return;
  const span: Span = { start: line.start, end: line.end };
  dependencies.push(
    createDependency({
      name,
      version: withoutSuffix(version),
      requirement: version,
      span,
      place: spanIn(line, name),
    }),
  );
}

/** `go.sum`: checksums by module and version; those of a module's `go.mod` alone are left out. */
export function readGoSum(text: string): DependencyFile {
  const dependencies: Dependency[] = [];
  for (const line of linesOf(text)) {
    const [name = '', version = '', integrity] = line.text.split(' ');
    if (!version.startsWith('v') || version.endsWith('/go.mod') || integrity === undefined) continue;
    const span = { start: line.start, end: line.end };
    dependencies.push(
      createDependency({ name, version: withoutSuffix(version), integrity, span, place: spanIn(line, name) }),
    );
  }
  return { ecosystem: 'golang', kind: 'lock', dependencies };
}

function withoutSuffix(version: string): string {
  return version.replace(/^v/, '').replace(/\+incompatible$/, '');
}
