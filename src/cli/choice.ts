import { didYouMean } from '../did-you-mean.ts';
import { UsageError } from './cli-error.ts';

/**
 * One of a few words given on the command line.
 * @throws UsageError that lists them and guesses which was meant.
 */
export function choose<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find(choice => choice === value);
  if (found !== undefined) return found;
  throw new UsageError(
    `${name} must be one of ${choices.join(', ')}, not "${value}".${didYouMean(value, choices)}`,
  );
}
