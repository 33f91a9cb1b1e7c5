import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { FileToAnalyse } from '../../contracts/analysis.ts';
import type { NotAnalysed } from '../../contracts/finding.ts';
import { collectTree } from '../../git/collect-tree.ts';
import { errorCode } from '../../git/error-code.ts';
import { findRepository } from '../../git/find-repository.ts';
import { readWorkTreeFile } from '../../git/read-file.ts';
import { analyseAndReport } from '../analyse-and-report.ts';
import { UsageError } from '../cli-error.ts';
import { createLocalPolicy, readWorkTreePolicy } from '../local-policy.ts';
import { readOwnRules, withOwnRules } from '../own-rules.ts';
import { type ResultOptions, readResultOptions } from '../result-options.ts';
import type { Terminal } from '../terminal.ts';

/** `devops scan [paths…]`: whole files, wherever they come from. */
export async function scan(
  paths: readonly string[],
  options: ResultOptions,
  terminal: Terminal,
): Promise<number> {
  const reporting = readResultOptions(options, terminal);
  const target = await findTarget(paths.length === 0 ? ['.'] : paths, terminal.folder);
  const policy = await withOwnRules(
    createLocalPolicy({ ...reporting, repositoryFile: () => readWorkTreePolicy(target.root) }),
    reporting.named === null ? [] : readOwnRules(target.root),
  );
  const tree = await collectTree(target);
  const gaps: NotAnalysed[] = [...tree.notAnalysed];
  return await analyseAndReport({
    files: readTree(target.root, tree.files, gaps),
    expected: tree.files.length,
    // Filled while the files are read, hence a function.
    gaps: () => gaps,
    headSha: '',
    ignoreComments: 'all',
    policy,
    reporting,
    terminal,
  });
}

type Target = { readonly root: string; readonly isRepository: boolean; readonly paths: readonly string[] };

/** The one folder that all asked paths are told relative to. */
async function findTarget(paths: readonly string[], folder: string): Promise<Target> {
  const targets: Target[] = [];
  for (const path of paths) targets.push(await locate(path, folder));
  const [first] = targets;
  if (first === undefined) throw new UsageError('There is nothing to scan.');
  const other = targets.find(({ root }) => root !== first.root);
  if (other !== undefined) {
    throw new UsageError(`The paths belong to ${first.root} and to ${other.root}; scan them one at a time.`);
  }
  return { ...first, paths: targets.flatMap(target => target.paths) };
}

async function locate(path: string, folder: string): Promise<Target> {
  const absolute = resolve(folder, path);
  if (!existsSync(absolute)) throw new UsageError(`There is no file or folder "${path}".`);
  const isFolder = isReadableFolder(absolute, path);
  const parent = isFolder ? absolute : dirname(absolute);
  const repository = await findRepository(parent);
  const inFolder = !relative(folder, absolute).startsWith('..') && !isAbsolute(relative(folder, absolute));
  const root = repository ?? (inFolder ? folder : parent);
  return {
    root,
    isRepository: repository !== undefined,
    paths: [relative(root, absolute).split(sep).join('/')],
  };
}

function isReadableFolder(absolute: string, path: string): boolean {
  try {
    return statSync(absolute).isDirectory();
  } catch (error) {
    throw new UsageError(`"${path}" cannot be read (${errorCode(error)}).`);
  }
}

/** Reads lazily, so that a large tree is never in memory as a whole. */
function* readTree(root: string, files: readonly string[], gaps: NotAnalysed[]): Iterable<FileToAnalyse> {
  for (const path of files) {
    const reading = readWorkTreeFile(root, path);
    if (reading.kind === 'text') yield { path, text: reading.text, changedLines: 'all' };
    else if (reading.kind === 'gap') gaps.push(reading.gap);
  }
}
