import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { publicMessageOf } from '../errors.ts';
import { addAgents } from './agents-command.ts';
import { addAws } from './aws-command.ts';
import { exitCodes, UsageError } from './cli-error.ts';
import type { DiagnoseOptions } from './commands/diagnose.ts';
import type { ReviewOptions } from './commands/review.ts';
import type { CatalogueOptions } from './commands/rules.ts';
import { escapeLines } from './escape-text.ts';
import { addRecords } from './records-command.ts';
import type { ResultOptions } from './result-options.ts';
import type { Terminal } from './terminal.ts';
import { addTools } from './tools-command.ts';
import { addWorkflows } from './workflows-command.ts';

/**
 * Runs the command line and returns the exit code. Commands are loaded when they are used, which keeps
 * `devops --version` fast.
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.passed;
  const end = (code: number): void => {
    exitCode = code;
  };
  try {
    await createProgram(terminal, end).parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.passed : exitCodes.usage;
    const isUsage = error instanceof UsageError;
    const text = isUsage ? error.message : publicMessageOf(error);
    terminal.note(`devops: ${escapeLines(text)}\n`);
    return isUsage ? exitCodes.usage : exitCodes.incomplete;
  }
}

function createProgram(terminal: Terminal, end: End): Command {
  const program = new Command('devops')
    .description('Reviews, tools and agents for DevOps, in the terminal.')
    .version(packageJson.version)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help for what is possible.')
    .configureOutput({
      writeOut: text => terminal.write(text),
      writeErr: text => terminal.note(text),
      outputError: (text, write) => write(escapeLines(text)),
    });
  withResultOptions(program.command('scan'))
    .description('Look at whole files: a folder, a repository, or the files named.')
    .argument('[paths...]', 'files and folders (default: the current folder)')
    .action(async (paths: readonly string[], options: ResultOptions) => {
      const { scan } = await import('./commands/scan.ts');
      end(await scan(paths, options, terminal));
    });
  withResultOptions(program.command('review'))
    .description('Look at what changed since the merge base: uncommitted work, or the commits up to --head.')
    .option('--agent <name>', 'security or code (default: security)')
    .option('--base <ref>', 'compare with this branch or commit (default: origin/HEAD, main or master)')
    .option('--head <ref>', 'look at this commit (default: the work tree with its untracked files)')
    .action(async (options: ReviewOptions) => {
      const { review } = await import('./commands/review.ts');
      end(await review(options, terminal));
    });
  addCatalogue(program, terminal, end);
  addTools(program, terminal, end);
  addAws(program, terminal, end);
  addAgents(program, terminal, end);
  addWorkflows(program, terminal, end);
  addRecords(program, terminal, end);
  program
    .command('config')
    .description('The configuration file, .github/devops.yml.')
    .command('check')
    .description('Check it; every problem is shown with its place.')
    .argument('[file]', 'another file')
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json')
    .action(async (file: string | undefined, options: CatalogueOptions) => {
      const { configCheck } = await import('./commands/config-check.ts');
      end(await configCheck(file, options, terminal));
    });
  program
    .command('diagnose')
    .description('Tell why a CI job failed, from its log.')
    .option('--log <files...>', 'logs as GitHub serves them, or any output; - reads standard input')
    .option('--matcher <files...>', 'problem matchers as `::add-matcher::` takes them (JSON)')
    .option('--format <format>', 'text, json or markdown (default: text)')
    .option('--json', 'short for --format json')
    .action(async (options: DiagnoseOptions) => {
      const { diagnose } = await import('./commands/diagnose.ts');
      end(await diagnose(options, terminal));
    });
  program
    .command('demo')
    .description('Watch the App review a pull request, against a stand-in for GitHub on this machine.')
    .option('--open', 'keep it running and serve the conversation as a page')
    .action(async (options: { readonly open?: boolean }) => {
      const { demo } = await import('./commands/demo.ts');
      end(await demo(options));
    });
  return program;
}

/** Says what the process ends with. */
export type End = (exitCode: number) => void;

function addCatalogue(program: Command, terminal: Terminal, end: End): void {
  program
    .command('rules')
    .description('List the rules, the repository’s own included.')
    .option('--format <format>', 'text, json or markdown (default: text)')
    .option('--json', 'short for --format json')
    .action(async (options: CatalogueOptions) => {
      const { rules } = await import('./commands/rules.ts');
      end(await rules(options, terminal));
    })
    .command('test')
    .description('Run the examples of the repository’s own rules: .github/devops/rules, or the files named.')
    .argument('[paths...]', 'files of rules')
    .option('--format <format>', 'text or json (default: text)')
    .option('--json', 'short for --format json')
    .action(async (paths: readonly string[], _options: CatalogueOptions, command: Command) => {
      const { rulesTest } = await import('./commands/rules-test.ts');
      // `rules` takes the same options, so they may be given to either.
      end(await rulesTest(paths, command.optsWithGlobals<CatalogueOptions>(), terminal));
    });
  program
    .command('explain')
    .description('Explain one rule.')
    .argument('<rule>', 'its id')
    .option('--format <format>', 'text, json or markdown (default: text)')
    .option('--json', 'short for --format json')
    .action(async (rule: string, options: CatalogueOptions) => {
      const { explain } = await import('./commands/rules.ts');
      end(await explain(rule, options, terminal));
    });
}

/** The options of every command that ends in a review's result. */
function withResultOptions(command: Command): Command {
  return command
    .option('--format <format>', 'text, json, sarif or markdown (default: text)')
    .option('--json', 'short for --format json')
    .option(
      '--fail-on <severity>',
      'critical, high, medium, low, info or never (default: as configured, else high)',
    )
    .option('--output <file>', 'write the result to a file instead of the terminal')
    .option('--sarif-in <files...>', 'report the findings of these SARIF files too')
    .option(
      '--online',
      'ask OSV about the packages of lock files and manifests (it is told names and versions)',
    )
    .option(
      '--verify-secrets',
      'ask the providers of found secrets whether they are still accepted (each is sent to its provider)',
    )
    .option('--config <file>', 'read the configuration from this file')
    .option('--no-config', 'use the defaults whatever the repository says');
}
