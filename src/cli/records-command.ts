import type { Command } from 'commander';
import type { AuditAwsOptions } from './commands/audit-aws.ts';
import type { FixAwsOptions } from './commands/fix-aws.ts';
import type { SetKeyOptions } from './commands/providers.ts';
import type { CatalogueOptions } from './commands/rules.ts';
import type { TraceListOptions } from './commands/traces.ts';
import type { Terminal } from './terminal.ts';

type End = (exitCode: number) => void;

/** `devops traces`, `devops audit` and `devops providers`: what is kept in the store, and the audit of an account. */
export function addRecords(program: Command, terminal: Terminal, end: End): void {
  addTraces(program, terminal, end);
  addAudit(program, terminal, end);
  addProviders(program, terminal, end);
}

function addAudit(program: Command, terminal: Terminal, end: End): void {
  const audit = program
    .command('audit')
    .description('The audit log of decisions, approvals and effects; and audits of an AWS account.');
  withFormat(audit.command('verify'))
    .description('Check that nobody changed the log: every line is chained to the one before.')
    .action(async (options: CatalogueOptions) => {
      const { verifyAudit } = await import('./commands/audit.ts');
      end(await verifyAudit(options, terminal));
    });
  audit
    .command('aws')
    .description('Audit an AWS account against CIS AWS Foundations; reads only, unless --fix is approved.')
    .option('--region <regions...>', 'these regions only (default: every enabled one)')
    .option('--control <ids...>', 'these controls only, for example 5.3 (default: all)')
    .option('--format <format>', 'text, json, markdown, sarif, html or ocsf (default: text)')
    .option('--json', 'short for --format json')
    .option('--baseline <file>', 'an earlier audit as --format json wrote it: tells what changed since')
    .option('--output <file>', 'write the result to a file instead of the terminal')
    .option('--fix <control>', 'plan what puts one failing resource of this control right')
    .option('--resource <id>', 'with --fix: which resource, as the audit names it')
    .option('--set <name=value...>', 'with --fix: what only a person can say, for example bucketArn=…')
    .option('--explain', 'ask a model what the failures mean together and in which order to put them right')
    .option('--yes', 'with --fix: approve the plan; the control is looked at again afterwards')
    .option('--dry-run', 'with --fix: only say what would change')
    .action(async (options: AuditAwsOptions & Partial<FixAwsOptions>) => {
      const { fix } = options;
      if (fix !== undefined) {
        const { fixAwsControl } = await import('./commands/fix-aws.ts');
        end(await fixAwsControl({ ...options, fix }, terminal));
        return;
      }
      const { auditAwsAccount } = await import('./commands/audit-aws.ts');
      end(await auditAwsAccount(options, terminal));
    });
}

function addTraces(program: Command, terminal: Terminal, end: End): void {
  const traces = program
    .command('traces')
    .description('What runs of agents did (from DATABASE_URL, DATA_DIR, or your own state folder).');
  withFormat(traces.command('list'))
    .description('List the newest.')
    .option('--repo <owner/name>', 'of this repository only')
    .option('--limit <number>', 'at most so many (default: 20)')
    .action(async (options: TraceListOptions) => {
      const { listTraces } = await import('./commands/traces.ts');
      end(await listTraces(options, terminal));
    });
  withFormat(traces.command('show'))
    .description('Show one as a tree with times: models, tools, guardrails, hand-offs, usage.')
    .argument('<run>', 'id of a run or trace, or its beginning')
    .action(async (id: string, options: CatalogueOptions) => {
      const { showTrace } = await import('./commands/traces.ts');
      end(await showTrace(id, options, terminal));
    });
}

function addProviders(program: Command, terminal: Terminal, end: End): void {
  const providers = program
    .command('providers')
    .description('Where models are asked, and the keys stored for it.');
  withFormat(providers.command('list'))
    .description('List the configured providers and the names of stored keys.')
    .action(async (options: CatalogueOptions) => {
      const { listProviders } = await import('./commands/providers.ts');
      end(await listProviders(options, terminal));
    });
  providers
    .command('set-key')
    .description('Store a key, read from standard input, encrypted with DEVOPS_ENCRYPTION_KEY.')
    .argument('<name>', 'a name for it, for `api-key-stored` in the configuration')
    .requiredOption('--url <address>', 'the only address it may go to, or openai, anthropic or google')
    .action(async (name: string, options: SetKeyOptions) => {
      const { setProviderKey } = await import('./commands/providers.ts');
      end(await setProviderKey(name, options, terminal));
    });
  providers
    .command('remove-key')
    .description('Forget a stored key.')
    .argument('<name>', 'its name')
    .action(async (name: string) => {
      const { removeProviderKey } = await import('./commands/providers.ts');
      end(await removeProviderKey(name, terminal));
    });
}

function withFormat(command: Command): Command {
  return command
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json');
}
