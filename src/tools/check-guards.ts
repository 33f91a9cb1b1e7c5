import type { ToolGuard, ToolGuardDecision, ToolResult } from '../contracts/tool.ts';
import type { ToolRequest } from './invoke-tool.ts';

type Objection = Extract<ToolResult, { readonly kind: 'refused' | 'stopped' }>;

/** The first objection to a call's parameters, or undefined. */
export async function checkToolInput(
  request: ToolRequest,
  guards: readonly ToolGuard[],
  input: Readonly<Record<string, unknown>>,
): Promise<Objection | undefined> {
  return await firstObjection(guards, guard => guard.checkInput?.({ ...request, input }));
}

/** The first objection to a call's result, or undefined. */
export async function checkToolOutput(
  request: ToolRequest,
  guards: readonly ToolGuard[],
  value: unknown,
): Promise<Objection | undefined> {
  return await firstObjection(guards, guard => guard.checkOutput?.({ ...request, value }));
}

async function firstObjection(
  guards: readonly ToolGuard[],
  ask: (guard: ToolGuard) => Promise<ToolGuardDecision> | undefined,
): Promise<Objection | undefined> {
  for (const guard of guards) {
    const decision = await decisionOf(guard, ask);
    if (decision.kind === 'allow') continue;
    const { code, message } = decision;
    return { kind: decision.kind === 'stop' ? 'stopped' : 'refused', code, message };
  }
  return undefined;
}

/** A guardrail that fails closes. */
async function decisionOf(
  guard: ToolGuard,
  ask: (guard: ToolGuard) => Promise<ToolGuardDecision> | undefined,
): Promise<ToolGuardDecision> {
  try {
    return (await ask(guard)) ?? { kind: 'allow' };
  } catch {
    return {
      kind: 'reject',
      code: 'guard-failed',
      message: `The guardrail ${guard.name} could not decide, so the call was refused.`,
    };
  }
}
