import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { publicMessageOf } from '../errors.ts';
import { exitCodes, UsageError } from './cli-error.ts';
import { escapeText } from './escape-text.ts';
import type { Terminal } from './terminal.ts';

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
    terminal.note(`devops: ${escapeText(text)}\n`);
    return isUsage ? exitCodes.usage : exitCodes.incomplete;
  }
}

function createProgram(terminal: Terminal, end: (exitCode: number) => void): Command {
  const program = new Command('devops')
    .description('Security review of changes and repositories, in the terminal.')
    .version(packageJson.version)
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('Run with --help for what is possible.')
    .configureOutput({
      writeOut: text => terminal.write(text),
      writeErr: text => terminal.note(text),
      outputError: (text, write) =>
        write(
          text
            .split('\n')
            .map(line => escapeText(line))
            .join('\n'),
        ),
    });
  withResultOptions(program.command('scan'))
    .description('Look at whole files: a folder, a repository, or the files named.')
    .argument('[paths...]', 'files and folders (default: the current folder)')
    .action(async (paths: readonly string[], options: Record<string, never>) => {
      const { scan } = await import('./commands/scan.ts');
      end(await scan(paths, options, terminal));
    });
  return program;
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
    .option('--config <file>', 'read the configuration from this file')
    .option('--no-config', 'use the defaults whatever the repository says');
}
