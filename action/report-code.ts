import type { CodeReviewResult } from '../src/contracts/code-result.ts';
import { publicMessageOf } from '../src/errors.ts';
import { answerMarker } from '../src/results/answer.ts';
import {
  type CodeReviewLinks,
  codeVerdict,
  renderCodeJobComment,
  renderCodeSummary,
} from '../src/results/code-comment.ts';
import { createSecretGuard } from '../src/results/secret-guard.ts';
import { blockingFindings, isIncomplete } from '../src/results/verdict.ts';
import { annotate } from './annotations.ts';
import type { OutputName } from './inputs.ts';
import { nothingToTell, type Told } from './report-parts.ts';
import type { CodeJob } from './review-code.ts';

/** What annotations of this agent are called. */
export const codeReviewTitle = 'Code review';

/** GitHub's limit for what jobs give on is 1 MB. UTF-16 code units. */
const maxResult = 200_000;

/** Tells a code review in every way that the job may: annotations, comment, summary, outputs. Returns the exit code. */
export async function reportCode(
  job: CodeJob,
  { baseSha }: { readonly baseSha: string },
  { result, notes }: { readonly result: CodeReviewResult; readonly notes: readonly string[] },
): Promise<number> {
  const { runner, environment } = job;
  const links: CodeReviewLinks = {
    serverUrl: environment.serverUrl,
    owner: environment.owner,
    name: environment.repo,
    baseSha,
  };
  annotate({ ...result, findings: result.findings.filter(({ onBase }) => onBase !== true) }, runner);
  for (const warning of [...result.warnings, ...notes])
    runner.annotate('warning', warning, { title: codeReviewTitle });
  const comment = await commentOn(job, result, links);
  const problems = [...comment.problems, ...summarise(job, result, links)];
  setOutputs(job, result);
  for (const note of comment.notes) runner.annotate('notice', note, { title: codeReviewTitle });
  return conclude(job, result, problems);
}

async function commentOn(
  { client, inputs, environment }: CodeJob,
  result: CodeReviewResult,
  links: CodeReviewLinks,
): Promise<Told> {
  const { subject } = environment;
  if (subject.kind !== 'pull-request' || inputs.comment === 'false') return nothingToTell;
  try {
    const { headSha, ownComments } = await client.conversation(subject.number);
    if (headSha !== result.headSha)
      return {
        notes: ['No comment was written: the pull request has a newer head, whose own job writes it.'],
        problems: [],
      };
    const existing = ownComments.find(({ body }) => body.startsWith(answerMarker('code-review')));
    const isSilent = result.outcome === 'passed' && result.warnings.length === 0 && existing === undefined;
    if (isSilent) return nothingToTell;
    const body = renderCodeJobComment(result, links);
    if (existing === undefined) await client.createComment(subject.number, body);
    else if (existing.body !== body) await client.updateComment(existing.id, body);
    return nothingToTell;
  } catch (error) {
    const sentence = `No comment was written. ${publicMessageOf(error)}`;
    return inputs.comment === 'true'
      ? { notes: [], problems: [sentence] }
      : { notes: [sentence], problems: [] };
  }
}

/** Returns what kept the summary from being written. */
function summarise(
  { runner, secrets }: CodeJob,
  result: CodeReviewResult,
  links: CodeReviewLinks,
): readonly string[] {
  const summary = renderCodeSummary(result, links);
  const decision = createSecretGuard(secrets)(summary);
  if (decision.kind === 'blocked')
    return [`The job summary was not written because it holds a secret (${decision.names.join(', ')}).`];
  runner.summarise(summary);
  return [];
}

function setOutputs({ runner }: CodeJob, result: CodeReviewResult): void {
  const ofSeverity = (severity: string): number =>
    result.findings.filter(finding => finding.severity === severity).length;
  const json = JSON.stringify(result);
  const values: Readonly<Partial<Record<OutputName, string | number>>> = {
    outcome: result.outcome,
    findings: result.findings.length,
    critical: ofSeverity('critical'),
    high: ofSeverity('high'),
    fixed: result.fixedCount,
    'not-analysed': result.notAnalysed.length,
    result: json.length > maxResult ? '' : json,
    'cost-usd': result.usage.costUsd ?? '',
  };
  for (const [name, value] of Object.entries(values)) runner.setOutput(name as OutputName, value);
}

/** Says how it went in the last line of the log; 1 fails the job. */
function conclude(
  { inputs, runner }: CodeJob,
  result: CodeReviewResult,
  problems: readonly string[],
): number {
  const headline = `Code review: ${codeVerdict(result)}`;
  runner.info(headline);
  const isBlocked = blockingFindings(result).length > 0;
  const isGap = isIncomplete(result) && inputs['fail-on-incomplete'];
  if (isBlocked || isGap) {
    const next = isBlocked ? '' : ' Set `fail-on-incomplete: false` to let it pass.';
    runner.annotate('error', `${headline}. The job summary has the details.${next}`, {
      title: codeReviewTitle,
    });
  }
  for (const problem of problems) runner.annotate('error', problem, { title: codeReviewTitle });
  return isBlocked || isGap || problems.length > 0 ? 1 : 0;
}
