import type { Command } from 'commander';
import type { CatalogueOptions } from './commands/rules.ts';
import type { WorkflowRunOptions } from './commands/workflows-run.ts';
import type { Terminal } from './terminal.ts';

/** `devops workflows list|show|run`. */
export function addWorkflows(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
  const workflows = program
    .command('workflows')
    .description('The workflows: agents and tools, step by step.');
  workflows
    .command('list')
    .description('List the workflows of this release and of the work tree.')
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json')
    .action(async (options: CatalogueOptions) => {
      const { listWorkflows } = await import('./commands/workflows-list.ts');
      end(await listWorkflows(options, terminal));
    });
  workflows
    .command('show')
    .description('Show one workflow: inputs, steps, limits, outputs.')
    .argument('<name>', 'its name')
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json')
    .action(async (name: string, options: CatalogueOptions) => {
      const { showWorkflow } = await import('./commands/workflows-list.ts');
      end(await showWorkflow(name, options, terminal));
    });
  workflows
    .command('run')
    .description('Run a workflow, under the same guards and limits as on GitHub.')
    .argument('<name>', 'its name')
    .option('--input <key=value...>', 'its inputs')
    .option(
      '--repo <owner/name>',
      'the repository (default: GITHUB_REPOSITORY, else the remote of the checkout)',
    )
    .option('--dry-run', 'its tools say what they would do and change nothing')
    .option('--approve <digests...>', 'approve the plans with these digests, as an earlier run showed them')
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json')
    .action(async (name: string, options: WorkflowRunOptions) => {
      const { runWorkflowCommand } = await import('./commands/workflows-run.ts');
      end(await runWorkflowCommand(name, options, terminal));
    });
}
