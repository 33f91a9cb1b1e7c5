import type { AgentInputItem, AgentOutputItem, ModelRequest } from '@openai/agents';
import type { ModelChoice } from './model-source.ts';

/** The request as this model's provider understands it: hosted tools, and their traces in the history, only where it has them. */
export function forProvider(request: ModelRequest, { hostsTools, providerData }: ModelChoice): ModelRequest {
  const { input, tools, modelSettings } = request;
  if (hostsTools) {
    const settings = { ...modelSettings, providerData: { ...providerData, ...modelSettings.providerData } };
    return { ...request, modelSettings: settings };
  }
  return {
    ...request,
    input: typeof input === 'string' ? input : input.filter(item => !isHostedCall(item)),
    tools: tools.filter(({ type }) => type !== 'hosted_tool'),
    modelSettings: { ...modelSettings, providerData: { ...providerData } },
  };
}

/** Names of the hosted tools on offer in a request. */
export function hostedIn({ tools }: ModelRequest): readonly string[] {
  return tools.flatMap(tool => (tool.type === 'hosted_tool' ? [tool.name] : []));
}

/** What the provider did by itself for an answer. */
export function hostedCalls(
  output: readonly AgentOutputItem[],
): readonly { readonly name: string; readonly outcome: string; readonly detail: string }[] {
  return output.filter(isHostedCall).map(({ name, status, providerData }) => ({
    name: name.replace(/_call$/, ''),
    outcome: status === undefined || status === 'completed' ? 'ok' : status,
    detail: JSON.stringify(providerData?.['action'] ?? providerData?.['queries'] ?? null),
  }));
}

type HostedCall = Extract<AgentInputItem, { readonly type: 'hosted_tool_call' }>;

function isHostedCall(item: AgentInputItem): item is HostedCall {
  return item.type === 'hosted_tool_call';
}
