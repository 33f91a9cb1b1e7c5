import { createAwsConnector } from '../../../src/clients/aws/aws-connector.ts';
import { type AwsSettings, createAwsToolAccess } from '../../../src/clients/aws/tool-access.ts';
import type { AuditEntry } from '../../../src/contracts/store.ts';
import type { ToolResult, ToolTerminal } from '../../../src/contracts/tool.ts';
import { awsTools } from '../../../src/tools/aws/index.ts';
import { bindAwsTools } from '../../../src/tools/aws-calls/bind-aws-tools.ts';
import { invokeTool } from '../../../src/tools/invoke-tool.ts';
import type { FakeAws } from '../../fakes/aws/fake-aws.ts';

/** Everything may be changed: what the guards refuse is tested beside them. */
export const noLimits = { protectedTags: [], managedTag: undefined, maxResources: 20, maxPercent: 100 };

const credentials = { accessKeyId: 'own', secretAccessKey: 'secret' };

/** Calls an AWS tool as the product does, against a stand-in behind the SDK's request handler. */
export async function callAwsTool(
  aws: Pick<FakeAws, 'requestHandler'>,
  name: string,
  input: unknown,
  options: {
    readonly approvedBy?: string;
    readonly dryRun?: boolean;
    readonly settings?: Partial<AwsSettings>;
    readonly audit?: AuditEntry[];
    readonly terminal?: ToolTerminal;
    /** In place of the tool's own time limit, milliseconds. */
    readonly timeoutMs?: number;
  } = {},
): Promise<ToolResult> {
  const connector = createAwsConnector({
    endpointUrl: undefined,
    now: () => new Date('2026-11-21T10:00:00Z'),
    credentials: () => Promise.resolve(credentials),
    requestHandler: aws.requestHandler,
  });
  const settings = {
    region: 'eu-central-1',
    reader: undefined,
    actor: 'own' as const,
    limits: noLimits,
    ...options.settings,
  };
  const found = bindAwsTools(awsTools, createAwsToolAccess(connector, settings)).find(
    candidate => candidate.name === name,
  );
  if (found === undefined) throw new Error(`no tool ${name}`);
  const tool = { ...found, ...(options.timeoutMs !== undefined && { timeoutMs: options.timeoutMs }) };
  const { approvedBy } = options;
  return await invokeTool(
    {
      tool,
      input,
      access: { caller: 'test', tools: [name], maxRisk: 'destructive' },
      context: {
        runId: 'run-1',
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
      ...(options.dryRun !== undefined && { dryRun: options.dryRun }),
      ...(options.terminal !== undefined && { terminal: options.terminal }),
    },
    {
      guards: [],
      approvals: { take: () => Promise.resolve(approvedBy === undefined ? undefined : { by: approvedBy }) },
      journal: undefined,
      audit: entry => {
        options.audit?.push(entry);
        return Promise.resolve();
      },
      redact: text => text,
      now: () => new Date('2026-11-21T10:00:00Z'),
    },
  );
}
