import { type FunctionTool, type RunContext, tool } from '@openai/agents';

/**
 * A tool as the SDK calls it, with the text of the parameters as the model wrote it. The SDK's own way would hide from
 * the model what is wrong with a call, and hand empty parameters to guardrails when they do not parse.
 */
export function functionTool(options: {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of an object. */
  readonly parameters: object;
  readonly strict: boolean;
  readonly call: (input: string, callId: string) => Promise<string>;
}): FunctionTool {
  const { name, description, call } = options;
  const parameters = options.parameters as FunctionTool['parameters'];
  // Made with `tool` for its approval policy: the SDK stops runs over parameters that do not parse when it cannot
  // tell that a tool never needs an approval. Approvals are our own, after everything was checked.
  const base = tool({
    name,
    description,
    parameters: { ...parameters, additionalProperties: true },
    strict: false,
    execute: () => '',
  });
  return {
    type: 'function',
    name,
    description,
    parameters,
    strict: options.strict,
    needsApproval: base.needsApproval as unknown as FunctionTool['needsApproval'],
    isEnabled: base.isEnabled,
    invoke: (_context: RunContext, input: string, details) =>
      call(input, details?.toolCall?.callId ?? 'call'),
  };
}
