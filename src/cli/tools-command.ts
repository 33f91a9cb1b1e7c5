import type { Command } from 'commander';
import type { McpOptions } from './commands/mcp.ts';
import type { CatalogueOptions } from './commands/rules.ts';
import type { ToolRunOptions } from './commands/tools-run.ts';
import type { Terminal } from './terminal.ts';

/** `devops tools list|show|run` and `devops mcp`. */
export function addTools(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
  const tools = program.command('tools').description('The tools of agents and workflows, also by hand.');
  tools
    .command('list')
    .description('List the tools.')
    .option('--format <format>', 'text, json or markdown (default: text)')
    .option('--json', 'short for --format json')
    .action(async (options: CatalogueOptions) => {
      const { listTools } = await import('./commands/tools.ts');
      end(await listTools(options, terminal));
    });
  tools
    .command('show')
    .description('Show one tool: parameters, risk, permissions, limits, how to undo it.')
    .argument('<name>', 'its name')
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json')
    .action(async (name: string, options: CatalogueOptions) => {
      const { showTool } = await import('./commands/tools.ts');
      end(await showTool(name, options, terminal));
    });
  tools
    .command('run')
    .description('Run one tool, under the same guards as an agent.')
    .argument('<name>', 'its name')
    .option(
      '--input <json>',
      'its parameters as a JSON object; - reads them from standard input (default: {})',
    )
    .option(
      '--repo <owner/name>',
      'the repository (default: GITHUB_REPOSITORY, else the remote of the checkout)',
    )
    .option('--dry-run', 'say what would be done and change nothing')
    .option('--yes', 'approve what cannot be undone')
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json')
    .action(async (name: string, options: ToolRunOptions) => {
      const { runTool } = await import('./commands/tools-run.ts');
      end(await runTool(name, options, terminal));
    });
  program
    .command('mcp')
    .description('Serve the tools to an MCP client over standard input and output.')
    .option('--repo <owner/name>', 'the repository (default: as for tools run)')
    .option('--write', 'let tools whose effect can be undone work without asking')
    .action(async (options: McpOptions) => {
      const { serveMcp } = await import('./commands/mcp.ts');
      end(await serveMcp(options, terminal));
    });
}
