import { createSourceFile } from '../../../src/analysis/source-file.ts';
import { dependenciesOf } from '../../../src/detectors/dependencies/dependencies-of.ts';
import type { DependencyFile } from '../../../src/detectors/dependencies/dependency.ts';

/** Reads a lock file or manifest as the rules see it. */
export function readDependencies(path: string, text: string): DependencyFile | undefined {
  return dependenciesOf(createSourceFile({ path, text, parseTree: () => undefined }));
}
