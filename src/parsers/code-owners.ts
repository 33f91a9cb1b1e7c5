/** A line of a CODEOWNERS file that says something. */
export type OwnersRule = {
  readonly pattern: string;
  /** `@login`, `@organisation/team` or an address; none: nobody owns it. */
  readonly owners: readonly string[];
  /** 1-based. */
  readonly line: number;
};

/** GitHub's own limit: a larger file is not read at all. Bytes; counted in characters here. */
const maxLength = 3 * 1024 * 1024;
const owner = /^(?:@[A-Za-z0-9][A-Za-z0-9-]*(?:\/[A-Za-z0-9_.-]+)?|[^\s@]+@[^\s@]+\.[^\s@]+)$/;

/**
 * Reads a CODEOWNERS file with GitHub's semantics: gitignore's patterns without negation, character ranges and escaped
 * `#`; a line that is wrong is passed over; there are no sections
 * (docs.github.com/repositories/…/about-code-owners).
 */
export function parseCodeOwners(text: string): readonly OwnersRule[] {
  if (text.length > maxLength) return [];
  return text.split(/\r\n|\n|\r/).flatMap((raw, index) => {
    const [pattern = '', ...owners] = wordsOf(raw);
    if (pattern === '' || /^!|\[|\]|^\^/.test(pattern)) return [];
    if (!owners.every(word => owner.test(word))) return [];
    return [{ pattern, owners, line: index + 1 }];
  });
}

/** Words up to a comment; a backslash keeps a blank within a pattern. */
function wordsOf(line: string): readonly string[] {
  const words = (line.match(/(?:\\\s|\S)+/g) ?? []).map(word => word.replace(/\\(\s)/g, '$1'));
  const comment = words.findIndex(word => word.startsWith('#'));
  return comment === -1 ? words : words.slice(0, comment);
}

/** The owners of a path: those of the last line that matches; none when that line names none, or no line does. */
export function ownersOf(path: string, rules: readonly OwnersRule[]): readonly string[] {
  return rules.findLast(({ pattern }) => matches(pattern, path))?.owners ?? [];
}

/**
 * Gitignore's matching, segment by segment, in time linear in path and pattern for each `**`. A pattern with a slash
 * before its end is anchored; one that names a folder matches everything in it, but `docs/*` only what is directly in
 * it.
 */
function matches(pattern: string, path: string): boolean {
  const isFolder = pattern.endsWith('/');
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  if (bare === '') return true;
  const isAnchored = pattern.startsWith('/') || bare.includes('/');
  const wanted = [...(isAnchored ? [] : ['**']), ...bare.split('/')];
  const last = wanted.at(-1) ?? '';
  const isShallow = isAnchored && last === '*' && !isFolder;
  const segments = path.split('/');
  if (isFolder || isShallow) return matchSegments(wanted, segments, isFolder ? 'inside' : 'whole');
  return matchSegments(wanted, segments, 'whole-or-inside');
}

type Extent = 'whole' | 'inside' | 'whole-or-inside';

function matchSegments(wanted: readonly string[], segments: readonly string[], extent: Extent): boolean {
  // How many segments of the path may have been taken so far.
  let reached = new Set([0]);
  for (const [index, part] of wanted.entries()) {
    const next = new Set<number>();
    for (const at of reached) {
      if (part === '**') {
        // At the end it stands for at least one segment.
        const from = index === wanted.length - 1 ? at + 1 : at;
        for (let to = from; to <= segments.length; to++) next.add(to);
      } else {
        const segment = segments[at];
        if (segment !== undefined && matchSegment(part, segment)) next.add(at + 1);
      }
    }
    reached = next;
  }
  const isWhole = reached.has(segments.length);
  const isInside = [...reached].some(at => at < segments.length);
  return (extent !== 'inside' && isWhole) || (extent !== 'whole' && isInside);
}

/** `*` and `?` within one segment, without backtracking further than the last `*`. */
function matchSegment(pattern: string, text: string): boolean {
  let [p, t, star, mark] = [0, 0, -1, 0];
  while (t < text.length) {
    if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t]) && pattern[p] !== '*') {
      p++;
      t++;
    } else if (pattern[p] === '*') {
      star = p++;
      mark = t;
    } else if (star !== -1) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
