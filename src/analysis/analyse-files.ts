import { Buffer } from 'node:buffer';
import type { AnalysisOptions, AnalysisResult, FileToAnalyse } from '../contracts/analysis.ts';
import type { Detector } from '../contracts/detector.ts';
import type { Finding, NotAnalysed } from '../contracts/finding.ts';
import type { UserRule } from '../contracts/user-rule.ts';
import { analyseFile, compareText } from './analyse-file.ts';
import { createKeywordFilter } from './keyword-filter.ts';
import { largestFileBytes } from './largest-file.ts';
import { createSourceFile } from './source-file.ts';
import type { SyntaxTrees } from './syntax-trees.ts';
import { createUserDetectors } from './user-rules/user-detectors.ts';

/** What one file came to; `notAnalysed` when it was too large, not readable for all, or broke a detector. */
export type FileAnalysis = {
  readonly findings: readonly Finding[];
  /** Left out because of a comment. */
  readonly ignored: readonly Finding[];
  readonly notAnalysed: NotAnalysed | undefined;
  readonly bytes: number;
};

/** Analyses single files with a fixed set of detectors. */
export type FileAnalyser = (file: FileToAnalyse, options: AnalysisOptions) => Promise<FileAnalysis>;

/** Prepares detectors and grammars once, for many files. */
export function createFileAnalyser(detectors: readonly Detector[], trees: SyntaxTrees): FileAnalyser {
  const choose = createKeywordFilter(detectors);
  let own: { readonly rules: readonly UserRule[]; readonly detectors: readonly Detector[] } | undefined;
  const ownDetectors = async (rules: readonly UserRule[] = []): Promise<readonly Detector[]> => {
    if (rules.length === 0) return [];
    if (own?.rules !== rules) own = { rules, ...(await createUserDetectors(rules, trees)) };
    return own.detectors;
  };
  return async (file, options) => {
    const bytes = Buffer.byteLength(file.text);
    const limit = options.maxFileBytes ?? largestFileBytes(file.path);
    if (bytes > limit) return skipped(file.path, `larger than ${limit} bytes`, bytes);
    const chosen = [...choose(file.text), ...(await ownDetectors(options.userRules))].filter(
      detector => detector.appliesTo(file.path) && !options.disabledRules.includes(detector.meta.id),
    );
    if (chosen.some(detector => detector.needsTree)) await trees.load(file.path);
    const source = createSourceFile({
      path: file.path,
      text: file.text,
      base: file.base,
      beside: file.beside,
      parseTree: (path, text) => trees.parse(path, text),
    });
    try {
      const { findings, ignored, unparsable } = analyseFile(
        source,
        file.changedLines,
        chosen,
        options.ignoreComments,
      );
      const notAnalysed = unparsable === undefined ? undefined : { path: file.path, reason: unparsable };
      return { findings, ignored, notAnalysed, bytes };
    } finally {
      source.release();
    }
  };
}

function skipped(path: string, reason: string, bytes: number): FileAnalysis {
  return { findings: [], ignored: [], notAnalysed: { path, reason }, bytes };
}

/** Puts the analyses of files together; the order of the input does not matter. */
export function collectAnalyses(analyses: readonly FileAnalysis[]): AnalysisResult {
  const notAnalysed = analyses.flatMap(analysis => analysis.notAnalysed ?? []);
  return {
    findings: analyses.flatMap(analysis => analysis.findings).sort(compareFindings),
    ignored: analyses.flatMap(analysis => analysis.ignored).sort(compareFindings),
    notAnalysed: notAnalysed.sort((a, b) => compareText(a.path ?? '', b.path ?? '')),
    filesAnalysed: analyses.length - notAnalysed.length,
    bytesAnalysed: analyses.reduce(
      (sum, { bytes, notAnalysed: gap }) => sum + (gap === undefined ? bytes : 0),
      0,
    ),
  };
}

function compareFindings(a: Finding, b: Finding): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}
