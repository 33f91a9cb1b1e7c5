import type { BesideFile, FileToAnalyse } from '../contracts/analysis.ts';
import { isDependencyFile } from '../detectors/dependencies/dependencies-of.ts';
import { folderOf, isTerraformPath, moduleFolder, modulesCalledIn } from '../parsers/terraform-neighbours.ts';

/** Most files beside one, and most text of them in UTF-16 code units, so that a change of thousands does not multiply. */
const maxBeside = 200;
const maxBesideLength = 300_000;

/** Whether rules compare a file of this path with its text on the base, so that a reader of changes reads that too. */
export function comparesWithBase(path: string): boolean {
  return isDependencyFile(path);
}

/** Gives each file the others of the same change that its rules may look into; the order of the files does not matter. */
export function withBeside(files: readonly FileToAnalyse[]): readonly FileToAnalyse[] {
  const dependencyFiles = files.filter(({ path }) => isDependencyFile(path)).toSorted(byPath);
  const terraform = indexTerraform(files);
  return files.map(file => {
    if (file.beside !== undefined) return file;
    if (file.base !== undefined && isDependencyFile(file.path)) {
      const others = dependencyFiles.filter(other => other !== file);
      return { ...file, beside: others.slice(0, maxBeside).map(nameOnly) };
    }
    return /\.tf$/i.test(file.path) ? { ...file, beside: limited(terraform(file)) } : file;
  });
}

function byPath(a: FileToAnalyse, b: FileToAnalyse): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** The name is all that rules look at: whether a manifest is part of the change. */
function nameOnly({ path }: FileToAnalyse): BesideFile {
  return { path, text: '' };
}

/** The files of the same module, and those that call it. */
function indexTerraform(files: readonly FileToAnalyse[]): (file: FileToAnalyse) => readonly FileToAnalyse[] {
  const terraform = files.filter(({ path }) => isTerraformPath(path)).toSorted(byPath);
  const byFolder = Map.groupBy(terraform, ({ path }) => folderOf(path));
  const callers = new Map<string, FileToAnalyse[]>();
  for (const file of terraform) {
    for (const folder of new Set(modulesCalledIn(file.text).map(source => moduleFolder(file.path, source)))) {
      const known = callers.get(folder);
      if (known === undefined) callers.set(folder, [file]);
      else known.push(file);
    }
  }
  return file => {
    const folder = folderOf(file.path);
    const others = [...(byFolder.get(folder) ?? []), ...(callers.get(folder) ?? [])];
    return [...new Set(others)].filter(other => other !== file);
  };
}

function limited(files: readonly FileToAnalyse[]): readonly BesideFile[] {
  const kept: BesideFile[] = [];
  let length = 0;
  for (const { path, text } of files.slice(0, maxBeside)) {
    length += text.length;
    if (length <= maxBesideLength) kept.push({ path, text });
  }
  return kept;
}
