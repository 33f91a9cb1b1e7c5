import { fileSearchTool, type HostedTool, webSearchTool } from '@openai/agents';
import type { HostedToolsConfig } from '../../contracts/external-tool.ts';

/** A hosted tool as the SDK hands it on to the provider, or the sentence that says why the agent goes without. */
export function offerHostedTool(
  name: string,
  { webSearch, vectorStores }: HostedToolsConfig,
): { readonly kind: 'tool'; readonly tool: HostedTool } | { readonly kind: 'off'; readonly gap: string } {
  if (name === 'web_search') {
    if (webSearch) return { kind: 'tool', tool: webSearchTool() };
    return {
      kind: 'off',
      gap: 'web_search was left out: it is off until the configuration sets `tools.hosted.web-search: true`',
    };
  }
  if (vectorStores.length > 0) return { kind: 'tool', tool: fileSearchTool([...vectorStores]) };
  return {
    kind: 'off',
    gap: 'file_search was left out: it is off until the configuration names vector stores in `tools.hosted.file-search` (a shared server must allow each of them in DEVOPS_VECTOR_STORES as well)',
  };
}
