import picomatch from 'picomatch';

/** Extended globs are off: nested quantifiers could make a match take exponential time. The configuration checks them. */
const options = { dot: true, noextglob: true, strictBrackets: true, nonegate: true } as const;

/** Whether a path matches one of the globs; a folder's name matches what is below it. */
export function matchesAny(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap(glob => {
    const bare = glob.replace(/\/$/, '');
    return /[*?[{]/.test(bare) ? [glob] : [bare, `${bare}/**`];
  });
  return patterns.length === 0 ? () => false : picomatch(patterns, options);
}
