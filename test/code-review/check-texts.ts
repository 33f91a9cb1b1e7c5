import { checkChange } from '../../src/code-review/check-change.ts';
import { vanishedNames } from '../../src/code-review/vanished-names.ts';
import { defaultConfig } from '../../src/config/index.ts';
import type { CodeFile, CodeReviewConfig, Document } from '../../src/contracts/code-review.ts';
import type { Finding } from '../../src/contracts/finding.ts';
import { linesNotIn } from '../../src/runs/review/changed-lines.ts';
import { trees } from '../detectors/analyse-text.ts';

/** A file before and after; null where there is none. */
export type Change = Readonly<Record<string, readonly [base: string | null, head: string | null]>>;

/** A change as the collectors make it. */
export function fileOf(path: string, base: string | null, head: string | null): CodeFile {
  return {
    path,
    basePath: path,
    status: base === null ? 'added' : head === null ? 'removed' : 'modified',
    base: base ?? undefined,
    head: head ?? undefined,
    changedLines: head === null ? [] : base === null ? 'all' : linesNotIn(base, head),
    binary: false,
  };
}

/** Runs all checks over texts. */
export async function checkTexts(
  change: Change,
  options: {
    readonly config?: Partial<CodeReviewConfig>;
    readonly documents?: readonly Document[];
    readonly lockFiles?: readonly string[];
  } = {},
): Promise<readonly Finding[]> {
  const files = Object.entries(change).map(([path, [base, head]]) => fileOf(path, base, head));
  for (const { path } of files) await trees.load(path);
  const tools = {
    parse: (path: string, text: string) => trees.parse(path, text),
    config: { ...defaultConfig.review.code, ...options.config },
  };
  const { findings, notAnalysed } = checkChange(
    {
      files,
      vanished: vanishedNames(files, tools),
      documents: options.documents ?? [],
      lockFiles: new Set(options.lockFiles),
    },
    tools,
  );
  if (notAnalysed.length > 0) throw new Error(notAnalysed.map(({ reason }) => reason).join('\n'));
  return findings;
}

/** Findings of a kind as `path:line message`. */
export function told(findings: readonly Finding[], kind: string): readonly string[] {
  return findings
    .filter(({ rule }) => rule === kind)
    .map(({ path, line, message }) => `${path}:${line} ${message}`);
}
