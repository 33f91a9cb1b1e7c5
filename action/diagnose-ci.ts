import type { CiClient, FailedJob } from '../src/clients/github/ci-client.ts';
import type { Diagnosis } from '../src/contracts/diagnosis.ts';
import { secretDetectors } from '../src/detectors/secrets/index.ts';
import { mergeDiagnoses } from '../src/diagnosis/merge-diagnoses.ts';
import { AppError, publicMessageOf } from '../src/errors.ts';
import { createSecretRedactor } from '../src/guardrails/redact-secrets.ts';
import { diagnoseJobs } from '../src/runs/ci/diagnose-run.ts';
import { readCapturedLogs } from './captured-logs.ts';
import { type DiagnosedJob, diagnosisTitle } from './diagnosed-job.ts';
import { missingPermissionCode } from './permission-hints.ts';
import { reportDiagnosis } from './report-diagnosis.ts';
import type { FailedRunTarget } from './runner-environment.ts';
import { tellFailure } from './tell-failure.ts';

/**
 * `agent: diagnose`: says why this run's jobs, or the run whose end started this one, failed. Returns the exit code: 1
 * only when the step itself could not do its work, because what failed has failed already.
 */
export async function diagnoseCi(job: Omit<DiagnosedJob, 'target' | 'redact'>): Promise<number> {
  const { runner, environment } = job;
  const rules = createSecretRedactor(secretDetectors);
  const redact = (text: string): string => rules('log.txt', text);
  try {
    const target = environment.failedRun;
    if (target === undefined)
      throw new AppError({
        code: 'not-a-runner',
        publicMessage: 'The runner does not say which run this is.',
      });
    return await reportDiagnosis({ ...job, target, redact }, await diagnose({ ...job, target, redact }));
  } catch (error) {
    tellFailure(error, runner, diagnosisTitle);
    runner.setOutput('outcome', 'failed');
    return 1;
  }
}

async function diagnose(job: DiagnosedJob): Promise<Diagnosis> {
  const { ci, target, inputs, environment, redact } = job;
  const { failed, others, gaps } = await readJobs(ci, target, inputs.log.length > 0);
  const own = ownJob(failed, target);
  const captured = await readCapturedLogs({
    workspace: environment.workspace,
    paths: inputs.log,
    job: redact(own?.name ?? target.own?.job ?? ''),
    step: own?.failedSteps.length === 1 ? redact(own.failedSteps[0] ?? '') : undefined,
    redact,
  });
  const isExplained = captured.some(({ failures }) => failures.length > 0);
  // GitHub has no log of a job that runs; what was captured stands in for it.
  const rest = isExplained ? failed.filter(candidate => candidate !== own) : failed;
  const found = mergeDiagnoses([...captured, await diagnoseJobs(ci, rest, redact)]);
  const isGreen = failed.length === 0 && gaps.length === 0 && !isExplained;
  if (isGreen && others > 0) return { ...found, outcome: 'passed', gaps: [] };
  const unseen = isGreen ? ['GitHub lists no failed job or step of this run so far.'] : [];
  const allGaps = [...found.gaps, ...gaps, ...unseen];
  return { ...found, gaps: allGaps, outcome: found.failures.length > 0 ? 'findings' : 'incomplete' };
}

/** Without the permission to read jobs, captured logs alone are read, and that is told. */
async function readJobs(
  ci: CiClient,
  { runId }: FailedRunTarget,
  isCaptured: boolean,
): Promise<{
  readonly failed: readonly FailedJob[];
  readonly others: number;
  readonly gaps: readonly string[];
}> {
  try {
    return { ...(await ci.readJobs(runId)), gaps: [] };
  } catch (error) {
    if (!isCaptured || !(error instanceof AppError && error.code === missingPermissionCode)) throw error;
    return {
      failed: [],
      others: 0,
      gaps: [`Other jobs of the run were not looked at. ${publicMessageOf(error)}`],
    };
  }
}

/** A matrix gives several jobs one key, so the runner decides; a name is the key unless it was given. */
function ownJob(jobs: readonly FailedJob[], { own }: FailedRunTarget): FailedJob | undefined {
  if (own === undefined) return undefined;
  const running = jobs.filter(({ ended }) => !ended);
  return (
    running.find(({ runner }) => runner !== undefined && runner === own.runner) ??
    running.find(({ name }) => name === own.job)
  );
}
