import type { ReviewResult } from '../src/contracts/result.ts';
import { publicMessageOf } from '../src/errors.ts';
import { coverageLine } from '../src/results/coverage-line.ts';
import type { RepositoryLinks } from '../src/results/permalink.ts';
import { createSecretGuard } from '../src/results/secret-guard.ts';
import { renderSummary } from '../src/results/summary.ts';
import { blockingFindings, isIncomplete, verdictOf } from '../src/results/verdict.ts';
import { annotate } from './annotations.ts';
import { commentOnPullRequest } from './comment-on-pull-request.ts';
import type { OutputName } from './inputs.ts';
import { nothingToTell, type Report, type Told } from './report-parts.ts';
import type { Runner } from './runner.ts';
import { sarifOf } from './sarif-file.ts';
import { uploadSarif } from './upload-sarif.ts';
import { writeWorkspaceFile } from './workspace-file.ts';

/**
 * Tells a result in every way that the job may: annotations, comment, SARIF, summary, outputs. A part that
 * fails takes nothing away from the others. Returns the exit code.
 */
export async function report(options: Report): Promise<number> {
  const { runner, environment } = options;
  const { result } = options.review;
  const links = { serverUrl: environment.serverUrl, owner: environment.owner, name: environment.repo };
  annotate(result, runner);
  for (const warning of [...result.warnings, ...options.notes])
    runner.annotate('warning', warning, { title: 'Security review' });
  const wasReviewed = !['refused', 'failed', 'cancelled'].includes(result.outcome);
  const comment = wasReviewed
    ? await commentOnPullRequest(options, links)
    : { ...nothingToTell, fixedCount: 0 };
  const told = { ...result, fixedCount: comment.fixedCount };
  const sarif = wasReviewed ? await tellSarif(options) : { ...nothingToTell, file: '' };
  const notes = [...comment.notes, ...sarif.notes];
  const problems = [
    ...comment.problems,
    ...sarif.problems,
    ...summarise(options, told, links, [...options.notes, ...notes]),
  ];
  setOutputs(told, sarif.file, runner);
  for (const note of notes) runner.annotate('notice', note, { title: 'Security review' });
  return conclude(told, problems, options);
}

async function tellSarif(options: Report): Promise<Told & { readonly file: string }> {
  const { environment, inputs, review } = options;
  const { subject, workspace } = environment;
  const sarif = sarifOf(review.result);
  const commit =
    subject.kind === 'pull-request'
      ? { commitSha: review.result.headSha, ref: `refs/pull/${subject.number}/head` }
      : { commitSha: environment.sha, ref: environment.ref };
  const uploaded = await uploadSarif(options, { sarif, ...commit });
  try {
    const file = writeWorkspaceFile({ workspace, path: inputs['sarif-file'], input: 'sarif-file' }, sarif);
    return { ...uploaded, file };
  } catch (error) {
    return { ...uploaded, problems: [...uploaded.problems, publicMessageOf(error)], file: '' };
  }
}

/** Returns what kept the summary from being written. */
function summarise(
  { runner, secrets }: Report,
  result: ReviewResult,
  links: RepositoryLinks,
  notes: readonly string[],
): readonly string[] {
  const summary = `${renderSummary(result, links)}${notes.map(note => `\n> ${note}\n`).join('')}`;
  const decision = createSecretGuard(secrets)(summary);
  if (decision.kind === 'blocked') {
    return [`The job summary was not written because it holds a secret (${decision.names.join(', ')}).`];
  }
  runner.summarise(summary);
  return [];
}

function setOutputs(result: ReviewResult, sarifFile: string, runner: Runner): void {
  const ofSeverity = (severity: string): number =>
    result.findings.filter(finding => finding.severity === severity).length;
  const values: Readonly<Record<OutputName, string | number>> = {
    outcome: result.outcome,
    findings: result.findings.length,
    critical: ofSeverity('critical'),
    high: ofSeverity('high'),
    fixed: result.fixedCount,
    'not-analysed': result.notAnalysed.length,
    'sarif-file': sarifFile,
    result: '',
    category: '',
    'cost-usd': result.usage.costUsd ?? '',
  };
  for (const [name, value] of Object.entries(values)) runner.setOutput(name as OutputName, value);
}

/** Says how it went in the last lines of the log; 1 fails the job. */
function conclude(result: ReviewResult, problems: readonly string[], { inputs, runner }: Report): number {
  const { headline } = verdictOf(result);
  runner.info(headline);
  runner.info(coverageLine(result));
  const isBlocked = blockingFindings(result).length > 0;
  const isGap = isIncomplete(result) && inputs['fail-on-incomplete'] && result.outcome !== 'refused';
  const didNotRun = result.outcome === 'failed' || result.outcome === 'cancelled';
  if (isBlocked || isGap) {
    const next = isBlocked ? '' : ' Set `fail-on-incomplete: false` to let it pass.';
    runner.annotate('error', `${headline}. The job summary has the details.${didNotRun ? '' : next}`, {
      title: 'Security review',
    });
  }
  for (const problem of problems) runner.annotate('error', problem, { title: 'Security review' });
  return isBlocked || isGap || didNotRun || problems.length > 0 ? 1 : 0;
}
