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
