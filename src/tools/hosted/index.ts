import { z } from 'zod';
import type { Tool } from '../../contracts/tool.ts';

/**
 * Tools that a model's provider carries out while it answers: no call of theirs ever reaches us, so that what anybody
 * else asks of them is refused.
 */
export const hostedTools: readonly Tool[] = [
  hostedTool(
    'file_search',
    'Searches the vector stores that the configuration names; the provider of the model does it (OpenAI, Responses).',
    { query: 'How do we roll back?' },
  ),
  hostedTool(
    'web_search',
    'Searches the web; the provider of the model does it (OpenAI, Responses), with a query that the model writes.',
    { query: 'Node.js 24 end of life' },
  ),
];

function hostedTool(name: string, description: string, example: { readonly query: string }): Tool {
  return {
    name,
    family: 'hosted',
    description,
    risk: 'read',
    permissions: {},
    undo: { kind: 'none' },
    parameters: z.object({
      query: z.string().max(2000).optional().describe('What to look for; the model writes it.'),
    }),
    timeoutMs: 1000,
    maxResultBytes: 4096,
    example,
    idempotent: true,
    handle: () =>
      Promise.resolve({
        kind: 'refused',
        code: 'hosted-by-provider',
        message: `${name} can only be used by a model: its provider carries it out while it answers. Name it among an agent's tools and run the agent (\`devops agents run\`).`,
      }),
  };
}
