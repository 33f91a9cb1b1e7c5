import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import { z } from 'zod';
import { createAwsConnector } from '../../src/clients/aws/aws-connector.ts';
import { type AwsServices, createAwsServices } from '../../src/clients/aws/aws-services.ts';
import {
  type AwsSettings,
  type AwsToolAccess,
  createAwsToolAccess,
} from '../../src/clients/aws/tool-access.ts';
import type { ToolResult, ToolTerminal } from '../../src/contracts/tool.ts';
import { awsTools } from '../../src/tools/aws/index.ts';
import { bindAwsTools } from '../../src/tools/aws-calls/bind-aws-tools.ts';
import { invokeTool } from '../../src/tools/invoke-tool.ts';
import { noLimits } from '../tools/aws/call-aws-tool.ts';

// A test takes dozens of calls, and what answers may be slow.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** The `AWS_…` variables that the suite was started with; `test/setup.ts` hides them from all other tests. */
export const liveVariables = z
  .record(z.string(), z.string())
  .parse(JSON.parse(process.env['DEVOPS_TEST_LIVE_AWS'] ?? '{}'));

/** The endpoint that the live suite runs against: an emulator, for example. */
export const liveEndpoint = liveVariables['AWS_ENDPOINT_URL'];

/** Stands in every suite's title, so that a skipped one says why. */
export const liveTitle = liveEndpoint === undefined ? ' (skipped: AWS_ENDPOINT_URL is not set)' : '';

export const liveRegion = liveVariables['AWS_REGION'] ?? liveVariables['AWS_DEFAULT_REGION'] ?? 'us-east-1';

const connector = createAwsConnector({
  endpointUrl: liveEndpoint,
  now: () => new Date(),
  credentials: () =>
    Promise.resolve({
      accessKeyId: liveVariables['AWS_ACCESS_KEY_ID'] ?? 'test',
      secretAccessKey: liveVariables['AWS_SECRET_ACCESS_KEY'] ?? 'test',
      ...(liveVariables['AWS_SESSION_TOKEN'] !== undefined && {
        sessionToken: liveVariables['AWS_SESSION_TOKEN'],
      }),
    }),
});

/** AWS's services as they are, to make a state and to look at it. */
export function liveServices(region = liveRegion): AwsServices {
  return createAwsServices(
    connector.clientConfig(
      { region, roleArn: undefined, externalId: undefined },
      { actor: 'test', runId: 'live', permissions: undefined },
    ),
  );
}

/** Reads as the credentials of the suite. */
export function liveAccess(): AwsToolAccess {
  return createAwsToolAccess(connector, {
    region: liveRegion,
    reader: undefined,
    actor: undefined,
    limits: noLimits,
  });
}

/** A name that no other run of the suite has. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${randomUUID().slice(0, 8)}`;
}

/** Skips the test where what answers does not know the call, with its own words as the reason. */
export function skipUnsupported(
  result: ToolResult,
  { skip }: { readonly skip: (note: string) => never },
): void {
  if (result.kind === 'refused' && result.code === 'aws-unsupported') skip(result.message);
}

/** Calls a tool; a change needs `approve`. */
export async function callLive(
  name: string,
  input: unknown,
  options: {
    readonly approve?: boolean;
    readonly dryRun?: boolean;
    readonly settings?: Partial<AwsSettings>;
    readonly terminal?: ToolTerminal;
  } = {},
): Promise<ToolResult> {
  const settings = {
    region: liveRegion,
    reader: undefined,
    actor: 'own' as const,
    limits: noLimits,
    ...options.settings,
  };
  const tool = bindAwsTools(awsTools, createAwsToolAccess(connector, settings)).find(
    candidate => candidate.name === name,
  );
  if (tool === undefined) throw new Error(`no tool ${name}`);
  const runId = `live-${randomUUID()}`;
  return await invokeTool(
    {
      tool,
      input,
      access: { caller: 'test', tools: [name], maxRisk: 'destructive' },
      context: {
        runId,
        actor: 'mona',
        entry: 'cli',
        installationId: undefined,
        repository: undefined,
        pullRequest: undefined,
        issue: undefined,
        environment: undefined,
        region: undefined,
      },
      signal: new AbortController().signal,
      step: 'step',
      dryRun: options.dryRun ?? false,
      ...(options.terminal !== undefined && { terminal: options.terminal }),
    },
    {
      guards: [],
      approvals: { take: () => Promise.resolve(options.approve === true ? { by: 'hubot' } : undefined) },
      journal: undefined,
      audit: () => Promise.resolve(),
      redact: text => text,
      now: () => new Date(),
    },
  );
}
