import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { createFileAnalyser } from '../../analysis/analyse-files.ts';
import { readBundledGrammar } from '../../analysis/read-bundled-grammar.ts';
import { createSyntaxTrees } from '../../analysis/syntax-trees.ts';
import { formatConfigProblem } from '../../config/index.ts';
import type { UserRule } from '../../contracts/user-rule.ts';
import { findRepository } from '../../git/find-repository.ts';
import { chooseFormat } from '../choose-format.ts';
import { exitCodes, UsageError } from '../cli-error.ts';
import { escapeText } from '../escape-text.ts';
import { loadOwnRules, type OwnRulesFile, readOwnRules } from '../own-rules.ts';
import { createPaint } from '../paint.ts';
import type { Terminal } from '../terminal.ts';
import type { CatalogueOptions } from './rules.ts';

/** What one example came to. */
type Tried = {
  readonly rule: string;
  /** `examples.bad[0]`. */
  readonly example: string;
  readonly passed: boolean;
  readonly message: string;
};

/**
 * `devops rules test [paths…]`: runs the examples of the repository's own rules (or of the named files): each bad one
 * has to be found, each good one must not be. 1 when one is wrong, a rule cannot be used, or a rule has no bad example.
 */
export async function rulesTest(
  paths: readonly string[],
  options: CatalogueOptions,
  terminal: Terminal,
): Promise<number> {
  const format = chooseFormat(options, ['text', 'json']);
  const files =
    paths.length === 0 ? await usualFiles(terminal.folder) : paths.map(path => readNamed(path, terminal));
  if (files.length === 0)
    throw new UsageError('There are no rules in .github/devops/rules; name the files to test.');
  const { rules, problems } = await loadOwnRules(files);
  const tried: Tried[] = [];
  for (const rule of rules) tried.push(...(await tryExamples(rule)));
  const failed = tried.filter(({ passed }) => !passed);
  const isRight = failed.length === 0 && problems.length === 0;
  if (format === 'json') {
    terminal.write(`${JSON.stringify({ passed: isRight, problems, examples: tried }, null, 2)}\n`);
  } else {
    const paint = createPaint(terminal.colour);
    const lines = [
      ...problems.map(problem => escapeText(formatConfigProblem(problem))),
      ...failed.map(({ rule, example, message }) => `${paint.bold(rule)} ${example}: ${message}`),
      `${tried.length - failed.length} passed, ${failed.length + problems.length} failed`,
    ];
    terminal.write(`${lines.join('\n')}\n`);
  }
  return isRight ? exitCodes.passed : exitCodes.findings;
}

async function usualFiles(folder: string): Promise<readonly OwnRulesFile[]> {
  return readOwnRules((await findRepository(folder)) ?? folder);
}

function readNamed(path: string, terminal: Terminal): OwnRulesFile {
  const absolute = resolve(terminal.folder, path);
  const below = relative(terminal.folder, absolute);
  try {
    const text = readFileSync(absolute, 'utf8');
    return { path: below.startsWith('..') || isAbsolute(below) ? path : below.split(sep).join('/'), text };
  } catch {
    throw new UsageError(`"${path}" cannot be read as a file of rules.`);
  }
}

async function tryExamples(rule: UserRule): Promise<readonly Tried[]> {
  const analyse = createFileAnalyser([], createSyntaxTrees(readBundledGrammar));
  const tried: Tried[] = [];
  for (const kind of ['bad', 'good'] as const) {
    for (const [index, example] of rule.examples[kind].entries()) {
      const options = { disabledRules: [], userRules: [rule] };
      const { findings, notAnalysed } = await analyse({ ...example, changedLines: 'all' }, options);
      const passed = notAnalysed === undefined && findings.length > 0 === (kind === 'bad');
      const lines = findings.map(({ line }) => line).join(', ');
      const message =
        notAnalysed?.reason ??
        (kind === 'bad' ? 'nothing was found in it' : `found in line ${lines}, though it is a good one`);
      tried.push({
        rule: rule.id,
        example: `examples.${kind}[${index}]`,
        passed,
        message: passed ? '' : message,
      });
    }
  }
  if (rule.examples.bad.length > 0) return tried;
  return [...tried, { rule: rule.id, example: 'examples.bad', passed: false, message: 'there is none' }];
}
