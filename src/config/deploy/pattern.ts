/** Repetitions in a row take polynomial time of this degree over a value of at most 200 characters. */
const maxRepetitions = 3;

/**
 * Why a pattern of a parameter cannot be used, or undefined when it can. Values come from comments, so a pattern must
 * not be one that takes exponential time: no groups that repeat and hold a repetition, no back references, no
 * look-around.
 */
export function patternProblem(pattern: string): string | undefined {
  if (/\\[1-9]|\\k<|\(\?[=!<]/.test(pattern.replace(/\(\?<[A-Za-z]\w*>/g, '(')))
    return 'uses back references or look-around, which are not supported';
  if ((pattern.replace(/\\./g, '').match(/[*+]|\{\d+,/g) ?? []).length > maxRepetitions)
    return `has more than ${maxRepetitions} repetitions`;
  if (hasNestedRepetition(pattern)) return 'repeats a group that itself repeats, which could run for ever';
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return undefined;
  } catch {
    return 'is not a regular expression';
  }
}

/** Whether a `(…)` with a quantifier after it holds a quantifier or an alternative. */
function hasNestedRepetition(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, 'a').replace(/\[[^\]]*\]/g, 'a');
  const open: boolean[] = [];
  for (let index = 0; index < bare.length; index++) {
    const character = bare[index] ?? '';
    if (character === '(') open.push(false);
    else if (character === ')') {
      const repeats = open.pop() ?? false;
      const quantified = /^(?:[*+]|\{\d+,)/.test(bare.slice(index + 1));
      if (quantified && repeats) return true;
      if ((repeats || quantified) && open.length > 0) open[open.length - 1] = true;
    } else if ((/[*+|]/.test(character) || /^\{\d+,/.test(bare.slice(index))) && open.length > 0)
      open[open.length - 1] = true;
  }
  return false;
}
