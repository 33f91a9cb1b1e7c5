import type {
  AwsAccess,
  HttpProbe,
  RunnerSettings,
  VerificationSettings,
} from '../../contracts/deploy-runner.ts';
import type { WrittenRunner, WrittenVerification } from './runner-schema.ts';

/** A runner as written, with its defaults. */
export function effectiveRunner(written: WrittenRunner): RunnerSettings {
  switch (written.type) {
    case 'workflow':
      return workflowOf(written);
    case 'event':
      return { type: 'event', timeoutMinutes: written['timeout-minutes'] ?? 60 };
    case 'ssm':
      return {
        type: 'ssm',
        aws: awsOf(written.aws),
        document: written.document,
        documentVersion: written['document-version'],
        targets: written.targets,
        parameters: written.parameters ?? {},
        wavesPercent: written['waves-percent'] ?? [10, 40, 50],
        maxFailures: written['max-failures'] ?? 0,
        health: written.health === undefined ? undefined : probeOf(written.health),
        timeoutMinutes: written['timeout-minutes'] ?? 60,
      };
    case 'ecs':
      return {
        type: 'ecs',
        aws: awsOf(written.aws),
        cluster: written.cluster,
        service: written.service,
        container: written.container,
        image: written.image,
        tag: written.tag ?? '$sha',
        timeoutMinutes: written['timeout-minutes'] ?? 30,
      };
  }
}

/** A verification as written, with its defaults. */
export function effectiveVerification(written: WrittenVerification): VerificationSettings {
  switch (written.type) {
    case 'http':
      return { type: 'http', ...probeOf(written) };
    case 'metric':
      return {
        type: 'metric',
        aws: awsOf(written.aws),
        namespace: written.namespace,
        metric: written.metric,
        dimensions: written.dimensions ?? {},
        statistic: written.statistic ?? 'Sum',
        perMetric: written['per-metric'],
        atMost: written['at-most'],
        windowMinutes: written['window-minutes'] ?? 5,
        noData: written['no-data'] ?? 'pass',
      };
    case 'workflow':
      return workflowOf(written);
  }
}

function workflowOf(
  written: Extract<WrittenRunner, { type: 'workflow' }>,
): Extract<RunnerSettings, { type: 'workflow' }> {
  return {
    type: 'workflow',
    file: written.file,
    ref: written.ref ?? 'default-branch',
    inputs: written.inputs ?? {},
    timeoutMinutes: written['timeout-minutes'] ?? 60,
  };
}

function awsOf(written: Extract<WrittenRunner, { type: 'ssm' }>['aws']): AwsAccess {
  return {
    region: written.region,
    roleArn: written['role-arn'],
    externalId: written['external-id'],
  };
}

function probeOf(written: Omit<Extract<WrittenVerification, { type: 'http' }>, 'type'>): HttpProbe {
  return {
    url: written.url,
    expectStatus: written['expect-status'] ?? 200,
    expectText: written['expect-text'],
    allowPrivate: written['allow-private'] ?? false,
    successes: written.successes ?? 3,
    attempts: written.attempts ?? 20,
    intervalSeconds: written['interval-seconds'] ?? 10,
    timeoutSeconds: written['timeout-seconds'] ?? 10,
  };
}
