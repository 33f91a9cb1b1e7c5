import type { Finding } from '../contracts/finding.ts';
import type { ReviewResult } from '../contracts/result.ts';
import { atLeast } from '../contracts/severity.ts';
import { coverageLine } from './coverage-line.ts';
import type { FindingContext } from './finding-block.ts';
import { findingsSection } from './findings-section.ts';
import type { RepositoryLinks } from './permalink.ts';
import { dismissedSection, notAnalysedSection, warningsSection } from './result-sections.ts';
import { shortIds } from './short-ids.ts';
import { truncate, visibleText } from './untrusted-text.ts';
import { count, countBySeverity, isIncomplete, type Verdict, verdictOf } from './verdict.ts';

/** GitHub takes this many annotations per request. */
const annotationsPerRequest = 50;
/** Most annotations in all: five requests; the least severe are left out and counted in the summary. */
const maxAnnotations = 250;
/** GitHub's limit of `summary` and `text`, characters. */
const maxText = 65_535;
/** GitHub's limit of an annotation's `title`, characters. */
const maxTitle = 255;

/** GitHub's limits for the buttons: how many, and characters of label and description. */
const maxActions = 3;
const maxLabel = 20;
const maxDescription = 40;

/**
 * Identifiers of the check's buttons, as they come back in `check_run.requested_action`; `dismiss` is followed by
 * a fingerprint, which together keeps within GitHub's 20 characters.
 */
export const checkActionIds = { rerun: 'rerun', dismiss: 'd:' } as const;

export type CheckConclusion = 'success' | 'failure' | 'neutral' | 'action_required' | 'cancelled';

/** One annotation in the words of GitHub's REST API (`POST /repos/{owner}/{repo}/check-runs`). */
export type CheckAnnotation = {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
  readonly raw_details: string;
};

export type CheckAction = {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
};

/** A finished check run; the first batch goes with the creation, each further one with an update. */
export type RenderedCheckRun = {
  readonly status: 'completed';
  readonly conclusion: CheckConclusion;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  /** Batches of at most 50; empty when there is nothing to annotate. */
  readonly annotations: readonly (readonly CheckAnnotation[])[];
  readonly actions: readonly CheckAction[];
};

/** `incomplete` is neutral: it blocks nobody for a gap of ours, yet a required check cannot be mistaken for a pass. */
const conclusions: Readonly<Record<Verdict['kind'], CheckConclusion>> = {
  clean: 'success',
  blocking: 'failure',
  advice: 'neutral',
  incomplete: 'neutral',
  refused: 'action_required',
  failed: 'failure',
  cancelled: 'cancelled',
};

/** How the check run of another review differs from the security review's. */
export type CheckRunOptions = {
  /** Findings without an annotation are still in the text. Default: every finding has one. */
  readonly isAnnotated?: (finding: Finding) => boolean;
  readonly what?: 'rules' | 'kinds of problems';
};

/** The check run of a review, every field within GitHub's limits. */
export function renderCheckRun(
  result: ReviewResult,
  links: RepositoryLinks & { readonly baseSha?: string },
  options: CheckRunOptions = {},
): RenderedCheckRun {
  const verdict = verdictOf(result);
  const annotated = result.findings.filter(options.isAnnotated ?? (() => true)).slice(0, maxAnnotations);
  const context: FindingContext = {
    links,
    headSha: result.headSha,
    ...(links.baseSha === undefined ? {} : { baseSha: links.baseSha }),
    ids: shortIds(result.findings),
  };
  return {
    status: 'completed',
    conclusion: conclusions[verdict.kind],
    title: truncate(verdict.headline, maxTitle),
    summary: truncate(summary(result, context, options.what), maxText),
    text: findingsSection(result.findings, context, maxText),
    annotations: batches(annotated.map(finding => annotation(finding, result, context))),
    actions: actions(result, context.ids),
  };
}

function summary(result: ReviewResult, context: FindingContext, what: CheckRunOptions['what']): string {
  const left = result.findings.length - maxAnnotations;
  const parts = [
    countBySeverity(result.findings),
    warningsSection(result),
    result.fixedCount > 0 ? `${count(result.fixedCount, 'finding')} fixed since the last review.` : '',
    isIncomplete(result) ? 'Something was not looked at, so this check cannot pass.' : '',
    left > 0 ? `${count(left, 'finding')} of the least severe are not annotated.` : '',
    coverageLine(result, what),
    notAnalysedSection(result),
    dismissedSection(result, context),
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

function annotation(finding: Finding, result: ReviewResult, context: FindingContext): CheckAnnotation {
  const id = context.ids.get(finding.fingerprint) ?? finding.fingerprint;
  // GitHub refuses columns on annotations of several lines.
  const columns =
    finding.line === finding.endLine
      ? { start_column: finding.column, end_column: Math.max(finding.column, finding.endColumn - 1) }
      : {};
  return {
    path: finding.path,
    start_line: finding.line,
    end_line: finding.endLine,
    ...columns,
    annotation_level: level(finding, result),
    title: truncate(visibleText(`${finding.severity}: ${finding.rule}`).replace(/\s+/g, ' '), maxTitle),
    message: truncate(visibleText(`${finding.message}\nFix: ${finding.fix}`), 4_000),
    raw_details: truncate(
      visibleText(`${finding.cwe.join(', ')}\nDismiss: /devops dismiss ${id} <reason>`).trim(),
      4_000,
    ),
  };
}

function level(finding: Finding, result: ReviewResult): CheckAnnotation['annotation_level'] {
  if (result.failOn !== 'never' && atLeast(finding.severity, result.failOn)) return 'failure';
  return atLeast(finding.severity, 'medium') ? 'warning' : 'notice';
}

function batches(annotations: readonly CheckAnnotation[]): readonly (readonly CheckAnnotation[])[] {
  const number = Math.ceil(annotations.length / annotationsPerRequest);
  return Array.from({ length: number }, (_, index) =>
    annotations.slice(index * annotationsPerRequest, (index + 1) * annotationsPerRequest),
  );
}

/** "Re-run", and a "Dismiss" for each of the first findings: GitHub allows three buttons. */
function actions(result: ReviewResult, ids: ReadonlyMap<string, string>): readonly CheckAction[] {
  const rerun = {
    label: 'Re-run',
    description: 'Review this commit again.',
    identifier: checkActionIds.rerun,
  };
  const dismissals = result.findings.slice(0, maxActions - 1).map(finding => ({
    label: `Dismiss ${ids.get(finding.fingerprint) ?? finding.fingerprint}`.slice(0, maxLabel),
    description: truncate(`${finding.rule}, line ${finding.line}`, maxDescription),
    identifier: `${checkActionIds.dismiss}${finding.fingerprint}`,
  }));
  return [rerun, ...dismissals];
}
