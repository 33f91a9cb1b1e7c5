import type { Command } from '../contracts/command.ts';
import type { CommandDefinition, ParsedArguments } from './command-definition.ts';
import { environmentArgument, givenParameters, shaOption, unknownOption } from './deploy-arguments.ts';

/** What `/devops deploy` asks for; the environment and the parameters are not yet known to exist. */
export type DeployArguments = {
  readonly environment: string;
  readonly dryRun: boolean;
  /** Of a commit, as typed: 7 to 64 hexadecimal digits. */
  readonly ref: string | undefined;
  readonly parameters: Readonly<Record<string, string>>;
};

/** Deploys the pull request's head; a named commit must be that head. */
export const deploy: CommandDefinition<DeployArguments> = {
  name: 'deploy',
  summary: 'Deploys the pull request to an environment; `--dry-run` only shows what would happen.',
  usage: '/devops deploy <environment> [--dry-run] [--ref <sha>] [name=value…]',
  permission: 'triage',
  pullRequestOnly: true,
  read: readDeploy,
};

function readDeploy(command: Command): ParsedArguments<DeployArguments> {
  const { options } = command;
  const unknown = unknownOption(command, ['dry-run', 'ref']);
  if (unknown !== undefined) return unknown;
  // `--dry-run staging`: the parser cannot know that the option takes no value.
  const dryRun = options['dry-run'];
  const args = typeof dryRun === 'string' ? withWord(command.args, dryRun) : command.args;
  const environment = environmentArgument(args[0]);
  if (environment.kind === 'usage') return environment;
  const parameters = givenParameters(args.slice(1));
  if (parameters.kind === 'usage') return parameters;
  const ref = shaOption(command, 'ref');
  if (ref.kind === 'usage') return ref;
  return {
    kind: 'ok',
    value: {
      environment: environment.value,
      dryRun: dryRun !== undefined,
      ref: ref.value,
      parameters: parameters.value,
    },
  };
}

/** A word that the parser took for the option's value: a parameter follows the environment, anything else is it. */
function withWord(args: readonly string[], word: string): readonly string[] {
  return word.includes('=') ? [...args, word] : [word, ...args];
}
