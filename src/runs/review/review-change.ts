import type { PullRequestSnapshot, RepositoryClient } from '../../clients/github/repository-client.ts';
import { isUserRulesPath } from '../../config/user-rules/parse-user-rules.ts';
import type { Analyser } from '../../contracts/analysis.ts';
import type { Config } from '../../contracts/config.ts';
import type { Finding, NotAnalysed } from '../../contracts/finding.ts';
import type { OutsideCheck } from '../../contracts/outside.ts';
import type { Dismissal, ReviewResult } from '../../contracts/result.ts';
import type { Reviewer, ReviewerOutput } from '../../contracts/reviewer.ts';
import type { ToolRisk } from '../../contracts/tool.ts';
import type { UserRule } from '../../contracts/user-rule.ts';
import { deduplicateFindings } from '../../results/deduplicate-findings.ts';
import { assembleResult, noUsage } from './assemble-result.ts';
import { type CollectedChange, collectChange } from './collect-change.ts';
import { configFindings, problemFindings } from './config-findings.ts';
import { definitionFindings } from './definition-findings.ts';
import { askOutside } from './outside/index.ts';
import type { OwnRulesLoader } from './own-rules.ts';

/** What a review of one change needs; the App, the Action and the terminal all come through here. */
export type ReviewInput = {
  readonly change: CollectedChange;
  readonly headSha: string;
  /** What the change is compared with; undefined for a tree. */
  readonly baseSha?: string | undefined;
  readonly title: string;
  readonly body: string;
  readonly config: Config;
  readonly warnings: readonly string[];
  readonly dismissals: readonly Dismissal[];
  readonly previouslyOpen: readonly string[];
  readonly isExcluded: (path: string) => boolean;
  readonly analyser: Analyser;
  /** Findings of other scanners' SARIF files, reported once with ours. Default: none. */
  readonly ingested?: readonly Finding[];
  /** The repository's own rules, and how those that the change brings are checked. Default: none. */
  readonly own?: { readonly rules: readonly UserRule[]; readonly load: OwnRulesLoader };
  /** Services that are asked about the change. Default: none. */
  readonly outside?: readonly OutsideCheck[];
  /** Undefined: no model is asked. */
  readonly reviewer: Reviewer | undefined;
  readonly budgetUsd: number;
  readonly ruleIds: readonly string[];
  /** Tools that agents and workflows of the change may name, with their risks. Default: they are not checked. */
  readonly toolRisks?: ReadonlyMap<string, ToolRisk>;
  readonly now: () => Date;
  readonly signal: AbortSignal;
};

/** Detectors first, then the agent over what they found, then policy. */
export async function reviewChange(input: ReviewInput): Promise<ReviewResult> {
  const startedAt = input.now().getTime();
  const userRules = input.own?.rules ?? [];
  const ruleIds = [...input.ruleIds, ...userRules.map(({ id }) => id)];
  const disabledRules = ruleIds.filter(id => input.config.review.rules[id] === 'off');
  const analysis = await input.analyser.analyse(input.change.files, {
    disabledRules,
    // Only what stands on the base already is honoured: a change must not excuse itself.
    ignoreComments: 'unchanged',
    userRules,
  });
  const outside = await askOutside(input.outside ?? [], {
    files: input.change.files,
    baseSha: input.baseSha,
    headSha: input.headSha,
    config: input.config,
    disabledRules,
    signal: input.signal,
  });
  const advised = await askReviewer(input, [...analysis.findings, ...outside.findings]);
  const gaps: NotAnalysed[] = [...input.change.notAnalysed, ...analysis.notAnalysed, ...outside.notAnalysed];
  for (const reason of advised.gaps) gaps.push({ path: null, reason });
  return assembleResult({
    headSha: input.headSha,
    analysis: { ...analysis, ignored: [...(analysis.ignored ?? []), ...outside.ignored] },
    findings: deduplicateFindings(
      [
        ...configFindings(input.change.files, input.ruleIds),
        ...(input.toolRisks === undefined ? [] : definitionFindings(input.change.files, input.toolRisks)),
        ...(await ownRulesFindings(input)),
        ...advised.findings,
        ...advised.added,
      ],
      input.ingested ?? [],
    ),
    review: input.config.review,
    isExcluded: input.isExcluded,
    dismissals: input.dismissals,
    previouslyOpen: input.previouslyOpen,
    notAnalysed: gaps,
    warnings: [...input.warnings, ...outside.warnings],
    usage: advised.usage,
    unverifiedAgentFindings: advised.unverified,
    rules: ruleIds.length - disabledRules.length,
    durationMs: input.now().getTime() - startedAt,
  });
}

/** Problems of rule files that the change brings: told before they reach the default branch. */
async function ownRulesFindings({ change, own }: ReviewInput): Promise<readonly Finding[]> {
  const files = change.files.filter(({ path }) => isUserRulesPath(path));
  if (own === undefined || files.length === 0) return [];
  const { problems } = await own.load(files);
  return files.flatMap(file =>
    problemFindings(
      file,
      problems.filter(problem => problem.file === file.path),
    ),
  );
}

async function askReviewer(input: ReviewInput, findings: readonly Finding[]): Promise<ReviewerOutput> {
  if (input.reviewer === undefined) return { findings, added: [], unverified: 0, gaps: [], usage: noUsage };
  return await input.reviewer({
    findings,
    files: input.change.files,
    title: input.title,
    body: input.body,
    model: input.config.model,
    budgetUsd: input.budgetUsd,
    signal: input.signal,
  });
}

/** Reads a pull request's whole change. */
export async function readPullRequest(
  client: RepositoryClient,
  pullRequest: number,
  snapshot: PullRequestSnapshot,
): Promise<CollectedChange> {
  const listed = await client.listChangedFiles(pullRequest);
  return await collectChange(client, {
    listed,
    changedFiles: snapshot.changedFiles,
    baseSha: snapshot.baseSha,
  });
}
