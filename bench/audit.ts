import type { AwsRequestHandler } from '../src/clients/aws/aws-connector.ts';
import { createAwsConnector } from '../src/clients/aws/aws-connector.ts';
import { createAwsToolAccess } from '../src/clients/aws/tool-access.ts';
import { controls } from '../src/controls/index.ts';
import { auditAws } from '../src/runs/audit/audit-aws.ts';
import { createFakeAccount } from '../test/fakes/aws/fake-account.ts';
import { createFakeAws } from '../test/fakes/aws/fake-aws.ts';
import { noLimits } from '../test/tools/aws/call-aws-tool.ts';

/** What AWS in the same continent takes for an answer, milliseconds. */
const latencyMs = 50;
const size = {
  regions: ['eu-central-1', 'eu-west-1', 'us-east-1'],
  instances: 500,
  buckets: 200,
  users: 300,
};

/** The whole audit of an account of 500 instances, 200 buckets and 300 users in three regions, behind 50 ms. */
export async function audit(): Promise<object> {
  const fake = createFakeAws(createFakeAccount(size));
  const { handle } = fake.requestHandler as { handle: (request: unknown) => Promise<unknown> };
  const slow = {
    handle: async (request: unknown) => {
      await new Promise(resolve => setTimeout(resolve, latencyMs));
      return await handle(request);
    },
  };
  const connector = createAwsConnector({
    endpointUrl: undefined,
    now: () => new Date(),
    credentials: () => Promise.resolve({ accessKeyId: 'key', secretAccessKey: 'secret' }),
    requestHandler: slow as unknown as AwsRequestHandler,
  });
  const access = createAwsToolAccess(connector, {
    region: 'eu-central-1',
    reader: undefined,
    actor: undefined,
    limits: noLimits,
  });
  const before = { cpu: process.cpuUsage(), rss: process.memoryUsage().rss, at: performance.now() };
  const report = await auditAws({
    access,
    homeRegion: 'eu-central-1',
    regions: [],
    controls,
    controlsInAll: controls.length,
    actor: 'bench',
    runId: 'bench',
    now: () => new Date(),
  });
  const { user, system } = process.cpuUsage(before.cpu);
  return {
    calls: fake.calls.length,
    oneAfterAnotherSeconds: (fake.calls.length * latencyMs) / 1_000,
    seconds: (performance.now() - before.at) / 1_000,
    cpuSeconds: (user + system) / 1_000_000,
    memoryMb: (process.memoryUsage().rss - before.rss) / 1_048_576,
    results: report.controls.reduce((sum, { outcomes }) => sum + outcomes.length, 0),
    failedReads: [...new Set(report.failures.map(({ action, code }) => `${action} ${code}`))],
    errors: report.controls.filter(({ verdict }) => verdict === 'ERROR').map(({ id }) => id),
  };
}
