import type { Command } from 'commander';
import type { AwsPolicyOptions } from './commands/aws-policy.ts';
import type { CostOptions } from './commands/cost.ts';
import type { HealthOptions } from './commands/health.ts';
import type { IncidentOptions } from './commands/incident.ts';
import type { Terminal } from './terminal.ts';

/** `devops aws policy`, `devops health`, `devops cost` and `devops incident`. */
export function addAws(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
  addHealth(program, terminal, end);
  addCost(program, terminal, end);
  addIncident(program, terminal, end);
  program
    .command('aws')
    .description('The AWS account that the tools work on.')
    .command('policy')
    .description('Print what a role needs for the tools, made from what each of them declares.')
    .argument('<role>', 'reader or actor')
    .option('--format <format>', 'json, terraform or cloudformation (default: json)')
    .option('--tools <names...>', 'only what these tools need (default: every AWS tool)')
    .option('--repository <owner/name>', 'the repository that uses the role')
    .option('--server-role <arn>', 'the role of the server that assumes it')
    .option('--account <number>', 'the account, for jobs of GitHub Actions')
    .option('--environment <name>', 'the environment of those jobs')
    .action(async (role: string, options: AwsPolicyOptions) => {
      const { printAwsPolicy } = await import('./commands/aws-policy.ts');
      end(await printAwsPolicy(role, options, terminal));
    });
}

function addHealth(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
  program
    .command('health')
    .description('Show how an AWS account is: instances, alarms, ECS services, databases, functions.')
    .option(
      '--region <regions...>',
      'look there (default: `aws.regions`, else the environment’s region, else every one)',
    )
    .option('--format <format>', 'text, json or markdown (default: text)')
    .option('--explain', 'ask a model to explain it and to recommend what to do')
    .option('--json', 'short for --format json')
    .action(async (options: HealthOptions) => {
      const { health } = await import('./commands/health.ts');
      end(await health(options, terminal));
    });
}

function addCost(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
  program
    .command('cost')
    .description('Show what costs money in an AWS account without need, with estimates from list prices.')
    .option(
      '--region <regions...>',
      'look there (default: `aws.regions`, else the environment’s region, else every one)',
    )
    .option('--days <days>', 'how many days of use to look at, 1 to 60 (default: 14)')
    .option('--format <format>', 'text, json or markdown (default: text)')
    .option('--json', 'short for --format json')
    .action(async (options: CostOptions) => {
      const { cost } = await import('./commands/cost.ts');
      end(await cost(options, terminal));
    });
}

function addIncident(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
  program
    .command('incident')
    .description('Show what an AWS account tells of the last hours: symptoms, and the changes before them.')
    .argument('[text...]', 'what is wrong; changes that speak of the same things are suspected more')
    .option('--region <regions...>', 'look there (default: `aws.regions`, else the environment’s region)')
    .option('--hours <hours>', 'how far back to look, 1 to 72 (default: 6)')
    .option('--format <format>', 'text, json or markdown (default: text)')
    .option('--json', 'short for --format json')
    .action(async (text: readonly string[], options: IncidentOptions) => {
      const { incident } = await import('./commands/incident.ts');
      end(await incident(text.join(' '), options, terminal));
    });
}
