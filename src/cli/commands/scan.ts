import { existsSync, lstatSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { configPath, createPathFilter } from '../../config/index.ts';
import type { FileToAnalyse } from '../../contracts/analysis.ts';
import type { NotAnalysed } from '../../contracts/finding.ts';
import { severities } from '../../contracts/severity.ts';
import { collectTree, errorCode } from '../../git/collect-tree.ts';
import { findRepository } from '../../git/find-repository.ts';
import { readWorkTreeFile } from '../../git/read-file.ts';
import { assembleResult, noUsage } from '../../runs/review/assemble-result.ts';
import { analyseFiles } from '../analyse-files.ts';
import { choose } from '../choice.ts';
import { UsageError } from '../cli-error.ts';
import { createLocalPolicy, readNamedFile, ruleIds } from '../local-policy.ts';
import { chooseFormat, reportResult, resultFormats } from '../report-result.ts';
import type { Terminal } from '../terminal.ts';

/** Options as commander hands them over. */
export type ScanOptions = {
  readonly format?: string;
  readonly json?: boolean;
  readonly failOn?: string;
  readonly output?: string;
  /** A file, or false for `--no-config`. */
  readonly config?: string | boolean;
};

/** `devops scan [paths…]`: whole files, wherever they come from. */
export async function scan(
  paths: readonly string[],
  options: ScanOptions,
  terminal: Terminal,
): Promise<number> {
  const format = chooseFormat(options, resultFormats);
  const failOn =
    options.failOn === undefined ? undefined : choose('--fail-on', options.failOn, [...severities, 'never']);
  const startedAt = performance.now();
  const target = await findTarget(paths.length === 0 ? ['.'] : paths, terminal.folder);
  const policy = createLocalPolicy({ ...readPolicy(options.config, target.root, terminal.folder), failOn });
  const tree = await collectTree(target);
  const gaps: NotAnalysed[] = [...tree.notAnalysed];
  const { review } = policy.config;
  const disabledRules = ruleIds.filter(id => review.rules[id] === 'off');
  const analysis = await analyseFiles({
    files: readTree(target.root, tree.files, gaps),
    expected: tree.files.length,
    disabledRules,
    terminal,
  });
  const result = assembleResult({
    headSha: '',
    analysis,
    findings: analysis.findings,
    review,
    isExcluded: createPathFilter(review.exclude),
    dismissals: [],
    previouslyOpen: [],
    notAnalysed: [...gaps, ...analysis.notAnalysed],
    warnings: policy.warnings,
    usage: noUsage,
    unverifiedAgentFindings: 0,
    rules: ruleIds.length - disabledRules.length,
    durationMs: Math.round(performance.now() - startedAt),
  });
  return await reportResult({
    result,
    format,
    output: options.output,
    terminal,
    sourceLine: analysis.sourceLine,
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
    return lstatSync(absolute).isDirectory();
  } catch (error) {
    throw new UsageError(`"${path}" cannot be read (${errorCode(error)}).`);
  }
}

/** The configuration's text and the name it is spoken of by. */
function readPolicy(
  config: string | boolean | undefined,
  root: string,
  folder: string,
): { readonly text: string | undefined; readonly file: string } {
  if (config === false) return { text: undefined, file: configPath };
  if (typeof config === 'string') return { text: readNamedFile(resolve(folder, config)), file: config };
  const file = join(root, configPath);
  return { text: existsSync(file) ? readNamedFile(file) : undefined, file: configPath };
}

/** Reads lazily, so that a large tree is never in memory as a whole. */
function* readTree(root: string, files: readonly string[], gaps: NotAnalysed[]): Iterable<FileToAnalyse> {
  for (const path of files) {
    const reading = readWorkTreeFile(root, path);
    if (reading.kind === 'text') yield { path, text: reading.text, changedLines: 'all' };
    else if (reading.kind === 'gap') gaps.push(reading.gap);
  }
}
