import type { BesideFile, FileToAnalyse } from '../contracts/analysis.ts';
import { isDependencyFile } from '../detectors/dependencies/dependencies-of.ts';

/** Most files beside one, so that a change of thousands does not multiply. */
const maxBeside = 200;

/** Whether rules compare a file of this path with its text on the base, so that a reader of changes reads that too. */
export function comparesWithBase(path: string): boolean {
  return isDependencyFile(path);
}

/** Gives each file the others of the same change that its rules may look into. */
export function withBeside(files: readonly FileToAnalyse[]): readonly FileToAnalyse[] {
  const dependencyFiles = files.filter(({ path }) => isDependencyFile(path));
  return files.map(file => {
    if (file.beside !== undefined || file.base === undefined || !isDependencyFile(file.path)) return file;
    return {
      ...file,
      beside: dependencyFiles
        .filter(other => other !== file)
        .slice(0, maxBeside)
        .map(toBeside),
    };
  });
}

/** The name is all that rules look at: whether a manifest is part of the change. */
function toBeside({ path }: FileToAnalyse): BesideFile {
  return { path, text: '' };
}
