import type { Diagnosis } from '../src/contracts/diagnosis.ts';
import { publicMessageOf } from '../src/errors.ts';
import { type BlamedFailure, renderCiAnnotations } from '../src/results/ci-comment.ts';
import { renderDiagnosis } from '../src/results/diagnosis.ts';
import { createSecretGuard } from '../src/results/secret-guard.ts';
import { inlineText } from '../src/results/untrusted-text.ts';
import { baseFailures } from '../src/runs/ci/base-failures.ts';
import { blame } from '../src/runs/ci/blame.ts';
import { commentOnCi } from './comment-on-ci.ts';
import { type DiagnosedJob, diagnosisTitle } from './diagnosed-job.ts';

/** GitHub shows ten errors of a step; one is kept for the count of the rest. */
const maxAnnotations = 9;
/** GitHub's limit for what jobs give on is 1 MB. UTF-16 code units. */
const maxResult = 200_000;

/** Tells a diagnosis in every way that the job may: annotations, comment, summary, outputs. Returns the exit code. */
export async function reportDiagnosis(job: DiagnosedJob, diagnosis: Diagnosis): Promise<number> {
  const { runner } = job;
  const notes: string[] = [];
  const pullRequest = await pullRequestOf(job, notes);
  const known = await blameFailures(job, { diagnosis, pullRequest, notes });
  const blamed = await explained(job, { blamed: known, pullRequest, notes });
  annotate(job, blamed);
  const comment = await commentOnCi(job, { diagnosis, blamed, pullRequest });
  const problems = [...comment.problems, ...summarise(job, diagnosis, [...notes, ...comment.notes])];
  runner.setOutput('outcome', diagnosis.outcome);
  runner.setOutput('findings', diagnosis.failures.length);
  runner.setOutput('not-analysed', diagnosis.gaps.length);
  runner.setOutput('category', diagnosis.failures[0]?.category ?? '');
  const result = JSON.stringify(diagnosis);
  runner.setOutput('result', result.length > maxResult ? '' : result);
  for (const note of [...notes, ...comment.notes]) runner.annotate('notice', note, { title: diagnosisTitle });
  for (const gap of diagnosis.gaps.slice(0, 5))
    runner.annotate('warning', inlineText(gap, 300), { title: diagnosisTitle });
  for (const problem of problems) runner.annotate('error', problem, { title: diagnosisTitle });
  return problems.length > 0 ? 1 : 0;
}

/** The pull request to tell: the event's, or that of a fork's run, which names none. */
async function pullRequestOf({ ci, target }: DiagnosedJob, notes: string[]): Promise<number | undefined> {
  if (target.pullRequest !== null || !target.lookForPullRequest) return target.pullRequest ?? undefined;
  try {
    return (await ci.pullRequestsOf(target.headSha))[0];
  } catch (error) {
    notes.push(`The pull request was not looked for. ${publicMessageOf(error)}`);
    return undefined;
  }
}

/** The same failures, one with what a model says about it. */
async function explained(
  job: DiagnosedJob,
  options: {
    readonly blamed: readonly BlamedFailure[];
    readonly pullRequest: number | undefined;
    readonly notes: string[];
  },
): Promise<readonly BlamedFailure[]> {
  const { blamed, pullRequest, notes } = options;
  if (pullRequest === undefined) return blamed;
  const advice = await orElse(undefined, notes, 'No model explained it.', async () => {
    // Loaded only where a key is given: a diagnosis without a model pays nothing for it.
    if (job.inputs['model-api-key'] === undefined && job.inputs['model-base-url'] === undefined)
      return undefined;
    const { explainInJob } = await import('./explain-failure.ts');
    return await explainInJob(job, { blamed, pullRequest });
  });
  return blamed.map(entry =>
    entry.failure.fingerprint === advice?.fingerprint ? { ...entry, advice } : entry,
  );
}

/** What cannot be read takes nothing away but the remarks that need it. */
async function blameFailures(
  { ci, client, target, redact }: DiagnosedJob,
  options: {
    readonly diagnosis: Diagnosis;
    readonly pullRequest: number | undefined;
    readonly notes: string[];
  },
): Promise<readonly BlamedFailure[]> {
  const { diagnosis, pullRequest, notes } = options;
  const { runId, workflow, baseBranch } = target;
  const { failures } = diagnosis;
  const plain = failures.map(
    (failure): BlamedFailure => ({ workflow, source: 'workflow', runId, rerun: false, failure, old: false }),
  );
  if (pullRequest === undefined || failures.length === 0) return plain;
  const old = await orElse(new Set<string>(), notes, 'The base branch was not looked at.', async () =>
    baseBranch === undefined ? new Set() : await baseFailures(ci, { runId, baseBranch }, redact),
  );
  return await orElse(plain, notes, 'The change was not compared with the failure.', () =>
    blame(client, { open: [{ workflow, runId, failures }], pullRequest, old }),
  );
}

async function orElse<T>(
  otherwise: T,
  notes: string[],
  sentence: string,
  perform: () => Promise<T>,
): Promise<T> {
  try {
    return await perform();
  } catch (error) {
    notes.push(`${sentence} ${publicMessageOf(error)}`);
    return otherwise;
  }
}

/** At the places by workflow commands, which need no permission; one at least, so that the run's page says why. */
function annotate({ runner }: DiagnosedJob, blamed: readonly BlamedFailure[]): void {
  const annotations = renderCiAnnotations(blamed);
  for (const { path: file, start_line: line, end_line: endLine, message, title } of annotations.slice(
    0,
    maxAnnotations,
  ))
    runner.annotate('error', message, { title: title ?? diagnosisTitle, place: { file, line, endLine } });
  const more = annotations.length - maxAnnotations;
  if (more > 0) runner.annotate('error', `${more} more: see the job summary.`, { title: diagnosisTitle });
  const [first] = blamed;
  if (annotations.length === 0 && first !== undefined)
    runner.annotate('error', inlineText(first.failure.message, 300), { title: diagnosisTitle });
}

/** Returns what kept the summary from being written. */
function summarise(
  { runner, secrets }: DiagnosedJob,
  diagnosis: Diagnosis,
  notes: readonly string[],
): readonly string[] {
  const summary = `## ${diagnosisTitle}\n\n${renderDiagnosis(diagnosis)}${notes.map(note => `\n> ${note}\n`).join('')}`;
  const decision = createSecretGuard(secrets)(summary);
  if (decision.kind === 'blocked')
    return [`The job summary was not written because it holds a secret (${decision.names.join(', ')}).`];
  runner.summarise(summary);
  return [];
}
