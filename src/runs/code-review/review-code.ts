import { reviewWithModel } from '../../agents/code-review/review-with-model.ts';
import type { SyntaxTrees } from '../../analysis/syntax-trees.ts';
import { checkChange, ignoring, toFindings } from '../../code-review/check-change.ts';
import { vanishedNames } from '../../code-review/vanished-names.ts';
import { createPathFilter } from '../../config/index.ts';
import type { TypedModel } from '../../contracts/ask-typed.ts';
import type { CodeReviewResult } from '../../contracts/code-result.ts';
import {
  type CheckTools,
  type CodeChange,
  type Document,
  deterministicKinds,
} from '../../contracts/code-review.ts';
import type { Config } from '../../contracts/config.ts';
import type { Finding } from '../../contracts/finding.ts';
import type { Dismissal } from '../../contracts/result.ts';
import { assembleResult, noUsage } from '../review/assemble-result.ts';
import type { CollectedCode } from './collect-code-change.ts';
import { type KindVotes, lowerByVotes } from './lower-by-votes.ts';

/** Longest text that is parsed, UTF-16 code units; larger ones are made by tools. */
const maxParsed = 600_000;

/** What a code review of one change needs; the App, the Action and the terminal all come through here. */
export type CodeReviewInput = {
  readonly change: CollectedCode;
  readonly headSha: string;
  readonly title: string;
  readonly body: string;
  readonly config: Config;
  readonly warnings: readonly string[];
  readonly dismissals: readonly Dismissal[];
  readonly previouslyOpen: readonly string[];
  /** How often people called a kind not useful here. Default: never. */
  readonly votes?: KindVotes;
  readonly trees: SyntaxTrees;
  /** Undefined: no model is asked. */
  readonly model?: TypedModel | undefined;
  readonly budgetUsd: number;
  /** Reads documents of the head that may speak of what vanished; asked only when something did. */
  readonly readDocuments: () => Promise<readonly Document[]>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
};

/** The checks first, then the model over what they found, then what people said about such findings, then policy. */
export async function reviewCode(input: CodeReviewInput): Promise<CodeReviewResult> {
  const startedAt = input.now().getTime();
  const { config, trees } = input;
  const { code } = config.review;
  const { files } = input.change;
  for (const { path } of files) await trees.load(path);
  const tools: CheckTools = {
    parse: (path, text) => (text.length > maxParsed ? undefined : trees.parse(path, text)),
    config: code,
  };
  const vanished = code.kinds['stale-docs'] === 'off' ? [] : vanishedNames(files, tools);
  const documents = vanished.length > 0 ? await input.readDocuments() : [];
  const change: CodeChange = { files, vanished, documents, lockFiles: input.change.lockFiles };
  const checked = checkChange(change, tools);
  const isIgnored = ignoring(code.ignore);
  const asked =
    input.model === undefined
      ? undefined
      : await reviewWithModel({
          ...input,
          model: input.model,
          files: files.filter(({ path }) => !isIgnored('correctness', path)),
          findings: checked.findings,
          rules: code.rules,
          settings: config.model,
        });
  const judged = (asked?.problems ?? []).filter(
    ({ kind, path }) => code.kinds[kind] !== 'off' && !isIgnored(kind, path),
  );
  const byModel = toFindings(judged, change, code.kinds).map(
    (finding): Finding => ({ ...finding, source: 'agent' }),
  );
  const lowered = lowerByVotes([...checked.findings, ...byModel], input.votes ?? new Map(), code);
  const texts = files.filter(({ head }) => head !== undefined);
  const result = assembleResult({
    headSha: input.headSha,
    analysis: {
      findings: [],
      notAnalysed: [],
      filesAnalysed: files.length,
      bytesAnalysed: texts.reduce((sum, { head = '' }) => sum + head.length, 0),
    },
    findings: lowered.findings,
    review: config.review,
    isExcluded: createPathFilter(config.review.exclude),
    dismissals: input.dismissals,
    previouslyOpen: input.previouslyOpen,
    notAnalysed: [
      ...input.change.notAnalysed,
      ...tooLongToParse(files),
      ...checked.notAnalysed,
      ...(asked?.notAnalysed ?? []),
    ],
    warnings: input.warnings,
    usage: asked?.usage ?? noUsage,
    unverifiedAgentFindings: asked?.unverified ?? 0,
    rules: deterministicKinds.filter(kind => code.kinds[kind] !== 'off').length,
    durationMs: input.now().getTime() - startedAt,
  });
  return {
    ...result,
    hiddenCount: result.hiddenCount + checked.ignored,
    maxComments: code.maxComments,
    lowered: [...lowered.lowered],
    topics: [...(asked?.topics ?? [])],
  };
}

function tooLongToParse(files: CodeChange['files']): CodeReviewResult['notAnalysed'] {
  return files
    .filter(({ head = '', base = '' }) => Math.max(head.length, base.length) > maxParsed)
    .map(({ path }) => ({ path, reason: 'too long to be parsed: its exports were not compared' }));
}
