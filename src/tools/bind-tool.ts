import type { z } from 'zod';
import type { Tool, ToolCall, ToolDefinition, ToolRefusal } from '../contracts/tool.ts';

/** Gets what a call reaches the outside with: narrowed to the call, or a refusal that says what is missing. */
export type ClientsFor<Clients> = (
  tool: ToolDefinition<z.ZodObject, Clients>,
  input: Readonly<Record<string, unknown>>,
  call: ToolCall,
) => Promise<{ readonly kind: 'clients'; readonly clients: Clients } | ToolRefusal>;

/** Closes a tool over its clients, which are made anew for every call: they hold the call's own narrow credentials. */
export function bindTool<Clients>(
  definition: ToolDefinition<z.ZodObject, Clients>,
  clientsFor: ClientsFor<Clients>,
): Tool {
  const { plan, handle, reconcile, ...specification } = definition;
  const withClients = async <Answer>(
    input: Readonly<Record<string, unknown>>,
    call: ToolCall,
    perform: (clients: Clients) => Promise<Answer>,
  ): Promise<Answer | ToolRefusal> => {
    const made = await clientsFor(definition, input, call);
    return made.kind === 'clients' ? await perform(made.clients) : made;
  };
  return {
    ...specification,
    ...(plan !== undefined && {
      plan: (input, call) => withClients(input, call, clients => plan(input, call, clients)),
    }),
    handle: (input, call) => withClients(input, call, clients => handle(input, call, clients)),
    ...(reconcile !== undefined && {
      reconcile: (input, call) => withClients(input, call, clients => reconcile(input, call, clients)),
    }),
  };
}
