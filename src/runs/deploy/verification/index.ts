import { z } from 'zod';
import type { AwsPurpose } from '../../../clients/aws/aws-connector.ts';
import type { CloudWatchClient } from '../../../clients/aws/cloudwatch-client.ts';
import type { HttpProber } from '../../../clients/http/http-prober.ts';
import type {
  AwsAccess,
  DeployRunner,
  DeployVerifier,
  HttpProbe,
  MetricCheck,
  RunnerJob,
  RunnerObservation,
  VerificationSettings,
  WorkflowSettings,
} from '../../../contracts/deploy-runner.ts';
import { valueOf } from '../runners/aws-answers.ts';
import { endOnRefusal } from '../runners/end-on-refusal.ts';
import { finished } from '../runners/finished.ts';
import { isFinalVerdict, judgeMetric, type MetricVerdict } from './metric.ts';
import { newProbe, probeStateSchema, tryProbe } from './probe.ts';

/** What verifications are composed with. */
export type VerifierParts = {
  readonly workflow: DeployRunner<WorkflowSettings>;
  readonly probe: HttpProber;
  readonly cloudWatchFor: (access: AwsAccess, purpose: AwsPurpose) => CloudWatchClient;
  readonly now: () => Date;
};

/** How late CloudWatch may be with a minute's values, and how often it is asked, milliseconds. */
const metricDelayMs = 60_000;
const metricIntervalMs = 60_000;

const metricStateSchema = z.object({
  /** ISO 8601: the window's begin. */
  from: z.string(),
});

/** Looks at what a deployment brought: by HTTP, by a metric, or by a workflow of the repository. */
export function createDeployVerifier(parts: VerifierParts): DeployVerifier {
  const { workflow } = parts;
  const own = endOnRefusal<Exclude<VerificationSettings, WorkflowSettings>>({
    validate: () => Promise.resolve([]),
    start: settings => Promise.resolve(begin(settings, parts)),
    find: () => Promise.resolve(undefined),
    observe: (settings, job, state) =>
      settings.type === 'http'
        ? observeProbe(settings, state, parts)
        : observeMetric({ settings, job, state, parts }),
    cancel: (_settings, _job, state) =>
      Promise.resolve({ kind: 'requested', state, message: 'The verification is no longer waited for.' }),
    rollBack: settings => Promise.resolve(begin(settings, parts)),
  });
  return {
    start: (settings, job) =>
      settings.type === 'workflow' ? workflow.start(settings, job) : own.start(settings, job),
    find: (settings, job) =>
      settings.type === 'workflow' ? workflow.find(settings, job) : own.find(settings, job),
    observe: (settings, job, state) =>
      settings.type === 'workflow'
        ? workflow.observe(settings, job, state)
        : own.observe(settings, job, state),
  };
}

function begin(
  settings: Exclude<VerificationSettings, WorkflowSettings>,
  { now }: VerifierParts,
): RunnerObservation {
  if (settings.type === 'http') return underWay(newProbe, `Asking ${hostOf(settings)}.`, 0);
  return underWay({ from: now().toISOString() }, metricProgress(settings), metricIntervalMs);
}

async function observeProbe(
  probe: HttpProbe,
  state: unknown,
  { probe: ask }: VerifierParts,
): Promise<RunnerObservation> {
  const step = await tryProbe(probe, probeStateSchema.parse(state), ask);
  const host = hostOf(probe);
  if (step.kind === 'again') {
    const { good, tries } = step.state;
    return underWay(
      step.state,
      `${host}: ${good} of ${probe.successes} good answers, ${tries} tries.`,
      step.delayMs,
    );
  }
  if (step.kind === 'healthy') {
    const summary = `${host} answered well ${probe.successes} times in a row.`;
    return finished({ result: 'success', code: 'verified', summary });
  }
  return finished({
    result: 'failure',
    code: 'verification-failed',
    summary: `${host} did not answer as expected after the deployment.`,
    firstError: { where: host, text: step.reason },
    next: 'Look at the service’s log; roll back if it stays.',
  });
}

type MetricLook = {
  readonly settings: MetricCheck;
  readonly job: RunnerJob;
  readonly state: unknown;
  readonly parts: VerifierParts;
};

async function observeMetric({ settings, job, state, parts }: MetricLook): Promise<RunnerObservation> {
  const { from } = metricStateSchema.parse(state);
  const { namespace, metric, perMetric, dimensions, statistic, aws, windowMinutes } = settings;
  const client = parts.cloudWatchFor(aws, {
    actor: job.actor,
    runId: job.key,
    // AWS knows no resource for it.
    permissions: [{ actions: ['cloudwatch:GetMetricData'], resources: ['*'] }],
  });
  const end = Date.parse(from) + windowMinutes * 60_000;
  const now = parts.now().getTime();
  const names = [metric, ...(perMetric === undefined ? [] : [perMetric])];
  const answer = await client.values(
    names.map(name => ({ namespace, metric: name, dimensions, statistic })),
    { from, to: new Date(Math.min(now, end)).toISOString() },
  );
  const verdict = judgeMetric(settings, valueOf(answer));
  if (now >= end + metricDelayMs || isFinalVerdict(settings, verdict)) return metricEnd(settings, verdict);
  return underWay({ from }, metricProgress(settings), metricIntervalMs);
}

function metricEnd(settings: MetricCheck, verdict: MetricVerdict): RunnerObservation {
  const { noData, atMost, windowMinutes } = settings;
  const name = nameOf(settings);
  if (verdict.kind === 'no-data') {
    const summary = `CloudWatch has no data of ${name} for the ${windowMinutes} minutes after the deployment.`;
    if (noData === 'pass') return finished({ result: 'success', code: 'verified-without-data', summary });
    const next = 'Check namespace, metric and dimensions; set `no-data: pass` if there may be no traffic.';
    return finished({ result: 'failure', code: 'verification-without-data', summary, next });
  }
  const unit = settings.perMetric === undefined ? '' : ' %';
  const value = `${Number(verdict.value.toFixed(3))}${unit}`;
  const summary = `${name} was ${value} after the deployment; at most ${atMost}${unit} is good.`;
  return verdict.kind === 'good'
    ? finished({ result: 'success', code: 'verified', summary })
    : finished({
        result: 'failure',
        code: 'verification-failed',
        summary,
        next: 'Look at the service’s errors; roll back if they come from the deployment.',
      });
}

function metricProgress(settings: MetricCheck): string {
  return `Watching ${nameOf(settings)} for ${settings.windowMinutes} minutes.`;
}

function nameOf({ statistic, namespace, metric, perMetric }: MetricCheck): string {
  const name = `\`${statistic}\` of \`${namespace}/${metric}\``;
  return perMetric === undefined ? name : `${name} per \`${perMetric}\``;
}

function hostOf({ url }: HttpProbe): string {
  return `\`${new URL(url).host}\``;
}

function underWay(state: unknown, progress: string, lookAgainMs: number): RunnerObservation {
  return { kind: 'under-way', state, progress, logUrl: undefined, lookAgainMs, wakeOn: [] };
}
