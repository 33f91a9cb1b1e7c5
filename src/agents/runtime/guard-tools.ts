import type { GuardrailVerdict } from '../../contracts/guardrail.ts';
import type { ToolGuard, ToolGuardDecision, ToolSpecification } from '../../contracts/tool.ts';
import type { Watch } from './watch.ts';

/** An agent's guardrails as what is asked around every call of a tool. */
export function guardTools(watch: Watch, step: number): ToolGuard {
  return {
    name: 'guardrails',
    checkInput: async ({ tool, input }) =>
      decisionOf(
        await watch(
          {
            place: 'tool-input',
            text: JSON.stringify(input),
            parameters: input,
            tool: guarded(tool),
          },
          step,
        ),
      ),
    checkOutput: async ({ tool, value }) =>
      decisionOf(
        await watch({ place: 'tool-output', text: JSON.stringify(value) ?? '', tool: guarded(tool) }, step),
      ),
  };
}

function guarded({ name, risk, family }: ToolSpecification): {
  readonly name: string;
  readonly risk: ToolSpecification['risk'];
  readonly external: boolean;
} {
  return { name, risk, external: family === 'mcp' || family === 'http' };
}

function decisionOf(verdict: GuardrailVerdict): ToolGuardDecision {
  if (verdict.kind === 'allow') return verdict;
  const { kind, code, message } = verdict;
  return { kind, code, message };
}
