/** A version as numbers; undefined when a text is none. Pre-release parts are left out. */
export function parseVersion(text: string): readonly number[] | undefined {
  const match = /^v?(\d{1,6}(?:\.\d{1,6}){0,3})(?:[-+].*)?$/.exec(text.trim());
  return match?.[1]?.split('.').map(Number);
}

/** Negative when `a` is lower; missing parts count as zero. */
export function compareVersions(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Whether a version is in a range as GitHub's advisories write it: `>= 1.0, < 1.2.3`, `<= 4`, `= 2.0.1`.
 * Undefined when the range is not of that form.
 */
export function isInRange(version: readonly number[], range: string): boolean | undefined {
  const bounds = range.split(',').map(part => /^\s*(<=|>=|<|>|=)\s*(\S+)\s*$/.exec(part));
  let inside = true;
  for (const bound of bounds) {
    const limit = parseVersion(bound?.[2] ?? '');
    if (limit === undefined) return undefined;
    const order = compareVersions(version, limit);
    inside &&= holds(bound?.[1] ?? '', order);
  }
  return inside;
}

function holds(operator: string, order: number): boolean {
  switch (operator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return order === 0;
  }
}
