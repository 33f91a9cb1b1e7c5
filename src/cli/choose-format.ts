import { choose } from './choice.ts';
import { UsageError } from './cli-error.ts';

/** `--format` and `--json` as given. @throws UsageError when they contradict each other or name no format. */
export function chooseFormat<T extends string>(
  given: { readonly format?: string | undefined; readonly json?: boolean | undefined },
  formats: readonly T[],
): T {
  const format = given.format ?? (given.json === true ? 'json' : 'text');
  if (given.json === true && format !== 'json') {
    throw new UsageError(`--json and --format ${format} contradict each other; give one of them.`);
  }
  return choose('--format', format, formats);
}
