import type { Assignment } from './assignments.ts';

/** Words this short occur by chance (`okta`, `sumo`): they must stand apart, as in `OKTA_TOKEN` or `oktaToken`. */
const shortWord = 5;

/** The last words of names whose value is no secret, whoever the provider is; and names of source files. */
const harmlessEnd = apart(
  'id ids name url uri version hash sha checksum digest commit path file host region email mail user port'.split(
    ' ',
  ),
  '$',
);
const sourceFile = /\.(?:[cm]?[jt]sx?|json|py|go|java|rb|md|ya?ml|css|html?)$/;

/** Makes the test whether an assignment's name announces a provider's secret. */
export function createNameTest(words: {
  /** Lower-case words one of which must stand in the name. */
  readonly some: readonly string[];
  /** Lower-case words none of which may stand in the name. */
  readonly none: readonly string[];
  /** Whether the secret is itself an identifier, so that names that end in `id` are meant. */
  readonly isIdentifier: boolean;
}): (assignment: Assignment) => boolean {
  const long = words.some.filter(word => word.length > shortWord);
  const short = words.some.filter(word => word.length <= shortWord);
  const shortApart = apart(short, '(?![a-z])');
  return ({ name, lowerName }) => {
    const named =
      long.some(word => lowerName.includes(word)) ||
      (short.some(word => lowerName.includes(word)) && shortApart.test(name));
    if (!named || words.none.some(word => lowerName.includes(word))) return false;
    return words.isIdentifier || !(harmlessEnd.test(name) || sourceFile.test(name));
  };
}

/** Words as parts of `snake_case`, `kebab-case`, `UPPER_CASE` or `camelCase`, followed by `end`. */
function apart(words: readonly string[], end: string): RegExp {
  const upper = words.map(word => word.toUpperCase());
  const capitalised = words.map(word => word.slice(0, 1).toUpperCase() + word.slice(1));
  const alone = [...words, ...upper, ...capitalised].join('|');
  return new RegExp(`(?<![A-Za-z])(?:${alone})${end}|(?<=[a-z])(?:${capitalised.join('|')})${end}`);
}
