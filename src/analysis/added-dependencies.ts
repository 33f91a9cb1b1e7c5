import type { FileToAnalyse } from '../contracts/analysis.ts';
import type { SourceFile } from '../contracts/detector.ts';
import { baseOf } from '../detectors/dependencies/define-dependency-rule.ts';
import { dependenciesOf, isDependencyFile } from '../detectors/dependencies/dependencies-of.ts';
import type { Dependency, Ecosystem } from '../detectors/dependencies/dependency.ts';
import { createLineIndex } from './line-index.ts';
import { createSourceFile } from './source-file.ts';

/** What one lock file or manifest of a change adds or raises. */
export type AddedDependencies = {
  readonly file: FileToAnalyse;
  readonly source: SourceFile;
  readonly ecosystem: Ecosystem;
  readonly kind: 'lock' | 'manifest';
  readonly dependencies: readonly Dependency[];
};

/**
 * The packages that a change brings in: versions that the base's file does not have, or entries on changed lines where
 * the base was not read. Files that cannot be read are left to the analysis, which lists them.
 */
export function addedDependencies(files: readonly FileToAnalyse[]): readonly AddedDependencies[] {
  return files.filter(({ path }) => isDependencyFile(path)).flatMap(addedIn);
}

function addedIn(file: FileToAnalyse): readonly AddedDependencies[] {
  const source = createSourceFile({ ...file, parseTree: () => undefined });
  const read = attempt(source);
  if (read === undefined) return [];
  const base = baseOf(source);
  const lines = createLineIndex(file.text);
  const isChanged = ({ span }: Dependency): boolean => {
    if (file.changedLines === 'all') return true;
    const [start, end] = [lines.position(span.start).line, lines.position(span.end).line];
    return file.changedLines.some(range => range.start <= end && start <= range.end);
  };
  const dependencies = read.dependencies.filter(dependency =>
    base === undefined ? isChanged(dependency) : base.same(dependency) === undefined,
  );
  return [{ file, source, ecosystem: read.ecosystem, kind: read.kind, dependencies }];
}

function attempt(source: SourceFile): ReturnType<typeof dependenciesOf> {
  try {
    return dependenciesOf(source);
  } catch {
    return undefined;
  }
}
