import type { AgentDefinition } from '../contracts/agent.ts';
import type { AskOwnAgent } from '../runs/agents/ask-own-agent.ts';
import type { Terminal } from './terminal.ts';
import { createTerminalAgents } from './terminal-agents.ts';

/** Has a command ask agents of its own, which have no tools, with the model of the environment. */
export async function askOwnAgents<T>(
  terminal: Terminal,
  own: readonly AgentDefinition[],
  use: (ask: AskOwnAgent) => Promise<T>,
): Promise<T> {
  const { runAgent, context, journal, approvals, signal, close } = await createTerminalAgents(
    {},
    terminal,
    own,
  );
  try {
    return await use(async ({ agent, input, material }) => {
      terminal.progress(`Asking ${agent} …`);
      const asked = { agent, step: agent, input, material, context, limits: { turns: 2 }, dryRun: true };
      const result = await runAgent(asked, { signal, journal, approvals });
      terminal.progress('');
      return result;
    });
  } finally {
    await close();
  }
}
