import type { Command } from 'commander';
import type { AwsPolicyOptions } from './commands/aws-policy.ts';
import type { Terminal } from './terminal.ts';

/** `devops aws policy`. */
export function addAws(program: Command, terminal: Terminal, end: (exitCode: number) => void): void {
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
