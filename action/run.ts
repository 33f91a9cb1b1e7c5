import * as http from 'node:http';
import { defaultConfig } from '../src/config/index.ts';
import { createPolicyLoader } from '../src/config/load-policy.ts';
import { rules } from '../src/detectors/rules.ts';
import { emptyResult } from '../src/runs/review/empty-result.ts';
import { isAwsAgent } from './aws-agents.ts';
import { cancellation } from './cancellation.ts';
import { connectToGitHub } from './github-client.ts';
import type { ActionInputs } from './inputs.ts';
import { report } from './report.ts';
import type { Report } from './report-parts.ts';
import { reviewSubject, type SubjectReview } from './review-subject.ts';
import type { Runner } from './runner.ts';
import type { RunnerEnvironment } from './runner-environment.ts';
import { createRunnerLogger } from './runner-logger.ts';
import { tellFailure } from './tell-failure.ts';

/** One job, as `index.ts` read it. */
export type Job = {
  readonly inputs: ActionInputs;
  readonly environment: RunnerEnvironment;
  readonly runner: Runner;
  readonly signal: AbortSignal;
  readonly now: () => Date;
};

/** Reviews and reports; returns the exit code. The composition root of the Action. */
export async function run(job: Job): Promise<number> {
  const { inputs, environment, runner } = job;
  // Runners of one's own often stand behind a proxy. Node has this from 24.14 on, and a runner may bring an older one.
  if ('setGlobalProxyFromEnv' in http) http.setGlobalProxyFromEnv();
  const secrets = [
    { name: 'github-token', value: inputs['github-token'] },
    ...(inputs['model-api-key'] === undefined
      ? []
      : [{ name: 'model-api-key', value: inputs['model-api-key'] }]),
  ];
  const { client, ci, code, issues, readOrganisationFile } = connectToGitHub(
    environment,
    inputs['github-token'],
    secrets,
  );
  const severities = new Map(rules.map(({ id, severity }) => [id, severity]));
  const loadPolicy = createPolicyLoader({
    readOrganisationFile,
    severityOf: rule => severities.get(rule),
    ruleIds: [...severities.keys()],
    now: job.now,
  });
  const parts = { ...job, client, loadPolicy, logger: createRunnerLogger(runner) };
  if (inputs.agent === 'diagnose' && inputs.workflow === undefined) {
    const { diagnoseCi } = await import('./diagnose-ci.ts');
    return await diagnoseCi({ ...parts, ci, secrets });
  }
  const { issue } = environment;
  if (inputs.agent === 'triage' && inputs.workflow === undefined && issue !== undefined) {
    const { triageIssueOfJob } = await import('./triage-issue.ts');
    return await triageIssueOfJob({ ...parts, secrets, issues, issue });
  }
  if (inputs.workflow === undefined && isAwsAgent(inputs.agent)) {
    const { lookAtAws } = await import('./look-at-aws.ts');
    return await lookAtAws({ ...parts, secrets }, inputs.agent);
  }
  // With an `input` it is the agent of that name, which answers a question.
  if (inputs.agent === 'code' && inputs.input === undefined && inputs.workflow === undefined) {
    const { reviewCodeInJob } = await import('./review-code.ts');
    return await reviewCodeInJob({ ...parts, code, secrets });
  }
  if (inputs.agent !== 'security' || inputs.workflow !== undefined) {
    // Loaded only where an agent is asked: a review without a model pays nothing for it.
    const { runAgents } = await import('./run-agents.ts');
    return await runAgents({ ...parts, secrets });
  }
  const reported: Omit<Report, 'review' | 'notes'> = { inputs, environment, runner, client, secrets };
  try {
    const reviewed = await Promise.race([reviewSubject(parts), cancellation(job.signal)]);
    const notes = reviewed.kind === 'reviewed' ? reviewed.notes : [];
    return await report({ ...reported, review: toReview(reviewed, job), notes });
  } catch (error) {
    const reason = tellFailure(error, runner);
    const outcome = job.signal.aborted ? 'cancelled' : 'failed';
    return await report({ ...reported, review: nothingReviewed(outcome, reason, job), notes: [] });
  }
}

function toReview(reviewed: SubjectReview, job: Job): Report['review'] {
  if (reviewed.kind === 'reviewed') {
    return { result: reviewed.result, config: reviewed.config };
  }
  job.runner.annotate('notice', `Not reviewed: ${reviewed.message}`, { title: 'Security review' });
  return nothingReviewed('refused', reviewed.message, job);
}

function nothingReviewed(
  outcome: 'refused' | 'failed' | 'cancelled',
  reason: string,
  { environment, inputs }: Job,
): Report['review'] {
  const failOn = inputs['fail-on'] ?? defaultConfig.review.failOn;
  return {
    result: emptyResult({ outcome, headSha: environment.sha, failOn, reason }),
    config: defaultConfig,
  };
}
