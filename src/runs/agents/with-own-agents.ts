import type { AgentDefinition } from '../../contracts/agent.ts';
import type { CommandCall } from '../commands/command-run.ts';
import type { AskOwnAgent } from './ask-own-agent.ts';
import { prepareAgents } from './prepare-agents.ts';

/** Has a command ask agents of its own, which have no tools and share the run's money. */
export async function withOwnAgents<T>(
  { context, run, client, parts }: CommandCall,
  own: readonly AgentDefinition[],
  use: (ask: AskOwnAgent) => Promise<T>,
): Promise<T> {
  const { composed, devOps, options, maxUsd } = await prepareAgents(
    context,
    { place: run, client, own },
    parts,
  );
  try {
    return await use(async ({ agent, input, material }) => {
      const limits = { costUsd: maxUsd / own.length, turns: 2 };
      return await composed.runAgent(
        { agent, step: agent, input, material, context: devOps, limits, dryRun: true },
        options,
      );
    });
  } finally {
    await composed.close();
  }
}
