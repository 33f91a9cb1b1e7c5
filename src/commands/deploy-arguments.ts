import type { Command } from '../contracts/command.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { ParsedArguments } from './command-definition.ts';

/** Longest value of a parameter, characters. */
const maxValue = 200;

/** The name of an environment as typed; whether there is one is the configuration's to say. */
export function environmentArgument(word: string | undefined): ParsedArguments<string> {
  if (word === undefined) return { kind: 'usage', message: 'Name the environment.' };
  return /^[a-z0-9][a-z0-9._-]{0,62}$/.test(word)
    ? { kind: 'ok', value: word }
    : {
        kind: 'usage',
        message: 'That is no name of an environment: small letters, digits, `.`, `_` and `-`.',
      };
}

/** `name=value` words; the same name twice is a mistake rather than a choice. */
export function givenParameters(words: readonly string[]): ParsedArguments<Readonly<Record<string, string>>> {
  const values = new Map<string, string>();
  for (const word of words) {
    const match = /^(?<name>[a-z][a-z0-9_-]{0,39})=(?<value>.*)$/s.exec(word)?.groups;
    const { name = '', value = '' } = match ?? {};
    if (match === undefined)
      return { kind: 'usage', message: 'After the environment only `name=value` parameters may follow.' };
    if (values.has(name)) return { kind: 'usage', message: `The parameter \`${name}\` is given twice.` };
    if (value.length > maxValue)
      return { kind: 'usage', message: `The value of \`${name}\` is longer than ${maxValue} characters.` };
    values.set(name, value);
  }
  return { kind: 'ok', value: Object.fromEntries(values) };
}

/** Refuses an option that the command does not have. */
export function unknownOption(
  command: Command,
  known: readonly string[],
): { readonly kind: 'usage'; readonly message: string } | undefined {
  const unknown = Object.keys(command.options).find(name => !known.includes(name));
  if (unknown === undefined) return undefined;
  // Option names are letters, digits and dashes: safe to repeat.
  const meant = didYouMean(
    `--${unknown}`,
    known.map(name => `--${name}`),
  );
  return { kind: 'usage', message: `It has no option \`--${unknown}\`.${meant}` };
}

/** A commit after an option, as typed. */
export function shaOption({ options }: Command, name: string): ParsedArguments<string | undefined> {
  const value = options[name];
  if (value === undefined) return { kind: 'ok', value: undefined };
  return typeof value === 'string' && /^[0-9a-f]{7,64}$/.test(value)
    ? { kind: 'ok', value }
    : { kind: 'usage', message: `\`--${name}\` takes a commit SHA, at least seven characters of it.` };
}

/** An environment, or `--global` for all; `environment` is then null. */
export function environmentOrGlobal(
  command: Command,
): ParsedArguments<{ readonly environment: string | null; readonly rest: readonly string[] }> {
  const { global } = command.options;
  if (global !== undefined) {
    // `--global reason`: the parser cannot know that the option takes no value.
    const rest = typeof global === 'string' ? [global, ...command.args] : command.args;
    return { kind: 'ok', value: { environment: null, rest } };
  }
  const environment = environmentArgument(command.args[0]);
  if (environment.kind === 'usage')
    return { kind: 'usage', message: `${environment.message} Or \`--global\`.` };
  return { kind: 'ok', value: { environment: environment.value, rest: command.args.slice(1) } };
}

/** A run by its id, or at least six characters of it; a plan of a run by the run's id and a suffix. */
export function readRun(
  command: Command,
): ParsedArguments<{ readonly run: string; readonly rest: readonly string[] }> {
  const unknown = unknownOption(command, []);
  if (unknown !== undefined) return unknown;
  const [run = '', ...rest] = command.args;
  return /^[0-9a-f]{6,64}(?:-[0-9a-f]{1,64})?$/.test(run)
    ? { kind: 'ok', value: { run, rest } }
    : { kind: 'usage', message: 'Name the run by its id from the comment, at least six characters of it.' };
}
