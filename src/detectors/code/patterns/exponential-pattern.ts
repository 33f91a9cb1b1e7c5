/**
 * Whether a regular expression repeats, without bound, a group that itself ends or begins with an unbounded
 * repetition (`(a+)+`, `(\w+\s?)*`) or that offers the same beginning twice (`(a|a)*`), with something after
 * it that can fail. A cheap test of the common shapes, not a proof.
 */
export function isExponential(pattern: string): boolean {
  if (pattern.length > 500) return false;
  for (const { body, after } of repeatedGroups(pattern)) {
    if (after === '') continue;
    if (hasLooseRepetition(body) || hasSameAlternatives(body)) return true;
  }
  return false;
}

/** The groups with `*`, `+` or `{n,}` after them, and the rest of the pattern. */
function repeatedGroups(pattern: string): readonly { readonly body: string; readonly after: string }[] {
  const open: number[] = [];
  const groups: { body: string; after: string }[] = [];
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    if (character === '\\') at++;
    else if (inClass) inClass = character !== ']';
    else if (character === '[') inClass = true;
    else if (character === '(') open.push(at + 1);
    else if (character === ')') {
      const start = open.pop();
      const quantifier = /^(?:[*+]|\{\d+,\})\??/.exec(pattern.slice(at + 1))?.[0];
      if (start === undefined || quantifier === undefined) continue;
      const body = pattern.slice(start, at).replace(/^\?(?::|<\w+>|P<\w+>)/, '');
      if (!body.startsWith('?')) groups.push({ body, after: pattern.slice(at + 1 + quantifier.length) });
    }
  }
  return groups;
}

const atom = String.raw`(?:\\.|\[(?:\\.|[^\]\\])*\]|[^\\()[\]|*+?{}^$])`;
const loose = new RegExp(
  `^(?:${atom}[?]|${atom}[*])*\\(*${atom}(?:[*+]|\\{\\d+,\\})\\)*[?]?(?:${atom}[?]|${atom}[*])*$`,
);

const sameAtom = new RegExp(`^(${atom})[*+?]?(?:\\1[*+?]?)+$`);
const anyAtom = new RegExp(atom, 'g');

/** One alternative is a repetition with at most optional things, or more of the same, around it. */
function hasLooseRepetition(body: string): boolean {
  return alternatives(body).some(
    part => loose.test(part) || (sameAtom.test(part) && /[*+]/.test(part.replaceAll(anyAtom, ''))),
  );
}

function hasSameAlternatives(body: string): boolean {
  const parts = alternatives(body);
  return parts.some(
    (part, at) => part !== '' && parts.some((other, otherAt) => at !== otherAt && overlaps(part, other)),
  );
}

function overlaps(a: string, b: string): boolean {
  if (a === b) return true;
  const wide = /^(?:\.|\\w|\\S|\[a-zA-Z0-9_?\])[+*]?$/;
  return wide.test(a) && /^(?:\.|\\[wd]|[a-zA-Z0-9]|\[[a-z0-9A-Z-]+\])[+*]?$/.test(b) && a !== b;
}

function alternatives(body: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < body.length; at++) {
    if (body[at] === '\\') at++;
    else if (body[at] === '(' || body[at] === '[') depth++;
    else if (body[at] === ')' || body[at] === ']') depth--;
    else if (body[at] === '|' && depth === 0) {
      parts.push(body.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(body.slice(start));
  return parts;
}
