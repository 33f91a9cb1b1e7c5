import picomatch from 'picomatch';

/** Longest glob, and most wildcards in one: enough for paths, too few for a pattern that runs away. */
const maxLength = 200;
const maxWildcards = 8;

/** Extended globs are off: nested quantifiers could make a match take exponential time. */
const options = { dot: true, noextglob: true, strictBrackets: true, nonegate: true } as const;

/** Why a glob cannot be used, or undefined when it can. */
export function globProblem(glob: string): string | undefined {
  if (glob.trim() === '') return 'is empty';
  if (glob.length > maxLength) return `is longer than ${maxLength} characters`;
  if (glob.startsWith('!')) return 'starts with "!"; list what is excluded, negation is not supported';
  if (glob.startsWith('/'))
    return 'starts with "/"; paths are relative to the repository, without a leading slash';
  if (glob.includes('\\')) return 'contains a backslash; paths are written with forward slashes';
  if (glob.split('/').includes('..')) return 'contains ".."; paths cannot leave the repository';
  if (/[@+?!*]\(/.test(glob)) return 'uses an extended glob such as "*(…)", which is not supported';
  if ((glob.match(/\*+/g) ?? []).length > maxWildcards) return `has more than ${maxWildcards} wildcards`;
  return bracketProblem(glob);
}

function bracketProblem(glob: string): string | undefined {
  try {
    picomatch.makeRe(glob, options);
    return undefined;
  } catch {
    return 'has a bracket that is not closed';
  }
}

/**
 * Tells whether a repository path matches one of the globs. A glob without wildcard that names a folder also
 * matches what is below it.
 * @throws SyntaxError for globs that `globProblem` refuses.
 */
export function createPathFilter(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap(glob => {
    const bare = glob.replace(/\/$/, '');
    return /[*?[{]/.test(bare) ? [glob] : [bare, `${bare}/**`];
  });
  return patterns.length === 0 ? () => false : picomatch(patterns, options);
}
