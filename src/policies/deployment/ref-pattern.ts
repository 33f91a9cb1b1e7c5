import picomatch from 'picomatch';

/** As GitHub matches branch names (fnmatch): `*` stays within a path segment, braces and brackets-with-signs are plain. */
const options = { dot: true, nobrace: true, noextglob: true, nonegate: true } as const;

/** Whether a branch's name matches one of the patterns. */
export function matchesAny(patterns: readonly string[], branch: string): boolean {
  return patterns.some(pattern => pattern === branch || picomatch.isMatch(branch, pattern, options));
}

/** Whether pull requests into a branch, and the branch itself, may be deployed. No patterns: the default branch. */
export function isBase(
  patterns: readonly string[],
  { branch, defaultBranch }: { readonly branch: string; readonly defaultBranch: string },
): boolean {
  return patterns.length === 0 ? branch === defaultBranch : matchesAny(patterns, branch);
}
