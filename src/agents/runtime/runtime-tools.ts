import type { FunctionTool } from '@openai/agents';
import { z } from 'zod';
import type { AgentDefinition, AgentTools } from '../../contracts/agent.ts';
import type { Tool, ToolAccess, ToolResult } from '../../contracts/tool.ts';
import { resultForModel } from '../../tools/result-for-model.ts';
import { functionTool } from './function-tool.ts';
import { guardTools } from './guard-tools.ts';
import { lesserRisk } from './risk.ts';
import type { RunSession } from './run-session.ts';
import type { Watch } from './watch.ts';

/** What the calls of one agent's tools share. */
export type ToolScope = {
  readonly definition: AgentDefinition;
  readonly session: RunSession;
  readonly tools: AgentTools;
  readonly watch: Watch;
  /** Begins the names of its calls in the journal; changes with every answer of the model. */
  readonly scope: () => string;
  readonly parent: number | undefined;
};

/** A tool of the registry as the SDK calls it. */
export function runtimeTool(tool: Tool, shared: ToolScope): FunctionTool {
  return functionTool({
    name: tool.name,
    description: tool.description,
    parameters: parametersOf(tool.parameters),
    // Strict mode refuses schemas with optional parameters; the registry's own check says more.
    strict: false,
    call: (input, callId) => callTool(tool, input, callId, shared),
  });
}

async function callTool(tool: Tool, input: string, callId: string, shared: ToolScope): Promise<string> {
  const { definition, session, parent } = shared;
  // The batch goes on after a stop; what is left of it must not run.
  if (session.end !== undefined) return 'Not run: the run has ended.';
  if (!session.beginToolCall())
    return 'Not run: no more calls of tools are allowed. Answer with what you know.';
  const agent = definition.name;
  session.emit({ kind: 'tool-started', agent, tool: tool.name, callId });
  const endStep = session.startStep({ agent, kind: 'tool', name: tool.name, parent });
  let result: ToolResult;
  try {
    result = await invoke(tool, { input, callId, step: endStep.step }, shared);
  } catch (error) {
    endStep({ outcome: session.signal.aborted ? 'cancelled' : 'failed' });
    throw error;
  }
  endStep({ outcome: result.kind, detail: `${input} → ${summaryOf(result)}` });
  return await answerOf(tool, result, callId, shared);
}

async function invoke(
  tool: Tool,
  { input, callId, step }: { readonly input: string; readonly callId: string; readonly step: number },
  shared: ToolScope,
): Promise<ToolResult> {
  const { session, definition } = shared;
  const { context, dryRun } = session.request;
  const access: ToolAccess = {
    caller: definition.name,
    tools: definition.tools,
    maxRisk: lesserRisk(session.role, definition.role),
  };
  return await shared.tools.invoke({
    tool,
    input,
    access,
    context,
    guards: [guardTools(shared.watch, step)],
    approvals: session.approvals,
    journal: session.journal,
    step: `${shared.scope()}${callId}`,
    dryRun,
    signal: session.signal,
  });
}

/** What the model is told; plans that wait and stops are kept in the session, which then ends the run. */
async function answerOf(
  tool: Tool,
  result: ToolResult,
  callId: string,
  { session, definition }: ToolScope,
): Promise<string> {
  if (result.kind === 'stopped')
    session.finish({ kind: 'refused', code: result.code, reason: result.message });
  if (result.kind !== 'needs-approval') return resultForModel(tool, result);
  const { digest, plan } = result;
  const rejection = await session.approvals.rejection(digest);
  if (rejection !== undefined)
    return `Refused (rejected): ${rejection.by} said no. ${rejection.reason} Do not ask for it again.`;
  session.pending.push({
    callId,
    agent: definition.name,
    tool: tool.name,
    risk: tool.risk,
    plan: plan.summary,
    digest,
  });
  return resultForModel(tool, result);
}

function summaryOf(result: ToolResult): string {
  switch (result.kind) {
    case 'ok':
      return JSON.stringify(result.value) ?? '';
    case 'would':
    case 'needs-approval':
      return result.plan.summary;
    case 'refused':
    case 'failed':
    case 'stopped':
      return `${result.code}: ${result.message}`;
    default:
      return result satisfies never;
  }
}

function parametersOf(schema: z.ZodObject): object {
  const { $schema: _dialect, ...parameters } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
  });
  return parameters;
}
