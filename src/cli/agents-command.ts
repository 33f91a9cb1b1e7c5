import type { Command } from 'commander';
import type { AgentRunCommandOptions } from './commands/agents.ts';
import type { CatalogueOptions } from './commands/rules.ts';
import type { Terminal } from './terminal.ts';

/** `devops agents list|show|run`. */
export function addAgents(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
  const agents = program
    .command('agents')
    .description('The agents: models with instructions, tools and limits.');
  agents
    .command('run')
    .description('Ask an agent, under the same guards and limits as on GitHub.')
    .argument('<name>', 'its name')
    .argument('<input>', 'what to ask; - reads it from standard input')
    .option(
      '--repo <owner/name>',
      'the repository (default: GITHUB_REPOSITORY, else the remote of the checkout)',
    )
    .option('--dry-run', 'its tools say what they would do and change nothing')
    .option('--approve <digests...>', 'approve the plans with these digests, as an earlier run showed them')
    .option(
      '--max-usd <dollars>',
      'spend at most this much (default: as the agent and the configuration say)',
    )
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json')
    .action(async (name: string, input: string, options: AgentRunCommandOptions) => {
      const { runAgentCommand } = await import('./commands/agents.ts');
      end(await runAgentCommand({ name, input }, options, terminal));
    });
  agents
    .command('list')
    .description('List the agents of this release and of the work tree.')
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json')
    .action(async (options: CatalogueOptions) => {
      const { listAgents } = await import('./commands/agents-list.ts');
      end(await listAgents(options, terminal));
    });
  agents
    .command('show')
    .description('Show one agent: instructions, tools, guardrails, limits, the form of its answer.')
    .argument('<name>', 'its name')
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json')
    .action(async (name: string, options: CatalogueOptions) => {
      const { showAgent } = await import('./commands/agents-list.ts');
      end(await showAgent(name, options, terminal));
    });
}
