import type { Diagnosis } from '../src/contracts/diagnosis.ts';
import { publicMessageOf } from '../src/errors.ts';
import { answerMarker } from '../src/results/answer.ts';
import { type BlamedFailure, renderCiComment } from '../src/results/ci-comment.ts';
import { blame } from '../src/runs/ci/blame.ts';
import { diagnoseJobs } from '../src/runs/ci/diagnose-run.ts';
import type { DiagnosedJob } from './diagnosed-job.ts';
import { nothingToTell, type Told } from './report-parts.ts';

/** Other workflows whose failures the comment also tells. */
const maxOthers = 5;

/**
 * Writes, edits or removes the pull request's one comment about CI, whose marker the App's has too. It tells of every
 * workflow that has failed on the head so far, because each one's job edits the same comment.
 */
export async function commentOnCi(
  job: DiagnosedJob,
  found: {
    readonly diagnosis: Diagnosis;
    readonly blamed: readonly BlamedFailure[];
    readonly pullRequest: number | undefined;
  },
): Promise<Told> {
  const { inputs } = job;
  const { pullRequest } = found;
  if (pullRequest === undefined || inputs.comment === 'false') return nothingToTell;
  try {
    return { notes: await write(job, { ...found, pullRequest }), problems: [] };
  } catch (error) {
    const sentence = `No comment was written. ${publicMessageOf(error)}`;
    return inputs.comment === 'true'
      ? { notes: [], problems: [sentence] }
      : { notes: [sentence], problems: [] };
  }
}

async function write(
  job: DiagnosedJob,
  found: {
    readonly diagnosis: Diagnosis;
    readonly blamed: readonly BlamedFailure[];
    readonly pullRequest: number;
  },
): Promise<readonly string[]> {
  const { client, target, environment } = job;
  const { pullRequest, diagnosis, blamed } = found;
  const others = await otherFailures(job, pullRequest);
  const { headSha, ownComments } = await client.conversation(pullRequest);
  if (headSha !== target.headSha)
    return ['No comment was written: the pull request has a newer head, whose own runs tell about it.'];
  const existing = ownComments.find(({ body }) => body.startsWith(answerMarker('ci')));
  if (diagnosis.outcome === 'passed' && others.length === 0) {
    if (existing !== undefined) await client.deleteComment(existing.id);
    return [];
  }
  const body = renderCiComment(
    { failures: [...blamed, ...others], gaps: diagnosis.gaps },
    {
      serverUrl: environment.serverUrl,
      owner: environment.owner,
      name: environment.repo,
      headSha,
      entry: 'action',
    },
  );
  if (existing === undefined) await client.createComment(pullRequest, body);
  else if (existing.body !== body) await client.updateComment(existing.id, body);
  return [];
}

/** What other workflows failed with on the same head: of those that run, the jobs that have ended. */
async function otherFailures(
  { ci, client, target, redact }: DiagnosedJob,
  pullRequest: number,
): Promise<readonly BlamedFailure[]> {
  const runs = await ci.failedRuns(target.headSha, { running: true });
  const open = [];
  for (const { id: runId, workflow } of runs.filter(({ id }) => id !== target.runId).slice(0, maxOthers)) {
    const { failed } = await ci.readJobs(runId);
    const { failures } = await diagnoseJobs(
      ci,
      failed.filter(({ ended }) => ended),
      redact,
    );
    if (failures.length > 0) open.push({ workflow, runId, failures });
  }
  return open.length === 0 ? [] : await blame(client, { open, pullRequest, old: new Set() });
}
