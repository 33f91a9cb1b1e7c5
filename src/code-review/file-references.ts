/** A place in a file as a text names it: `src/a.ts#L3`, `src/a.ts#L3-L9`, `src/a.ts:3`. */
export type FileReference = {
  /** As it stands in the text. */
  readonly raw: string;
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
};

/** Most references that are looked up. */
const maxReferences = 40;

const pattern =
  /(?<![\w/.@-])(?<path>(?:[\w.@+-]+\/)*[\w@+-][\w.@+-]*\.[A-Za-z][A-Za-z0-9]{0,9}|(?:[\w.@+-]+\/)*(?:Dockerfile|Makefile|Gemfile|Procfile))(?:#L(?<line>\d{1,6})(?:-L?(?<end>\d{1,6}))?|:(?<colon>\d{1,6})(?:-(?<last>\d{1,6}))?)(?![\w/])/g;

/** The places that a text names, each once, in its order. */
export function findFileReferences(text: string): readonly FileReference[] {
  const found = new Map<string, FileReference>();
  for (const { 0: raw, groups = {} } of text.matchAll(pattern)) {
    const line = Number(groups['line'] ?? groups['colon']);
    const endLine = Number(groups['end'] ?? groups['last'] ?? line);
    const path = groups['path'] ?? '';
    if (line < 1 || endLine < line || path.split('/').includes('..')) continue;
    found.set(raw, { raw, path, line, endLine });
  }
  return [...found.values()].slice(0, maxReferences);
}

/** A text whose false references are gone, and what is true of the others. */
export type VerifiedReferences = {
  readonly text: string;
  readonly verified: readonly FileReference[];
  readonly dropped: readonly FileReference[];
};

/** Keeps the references whose file has such lines. `lineCounts` knows the files of the head by their path. */
export function verifyReferences(text: string, lineCounts: ReadonlyMap<string, number>): VerifiedReferences {
  const references = findFileReferences(text);
  const isTrue = ({ path, endLine }: FileReference): boolean => endLine <= (lineCounts.get(path) ?? 0);
  const dropped = references.filter(reference => !isTrue(reference));
  // The longest first: one may be the beginning of another.
  const cleaned = dropped
    .toSorted((a, b) => b.raw.length - a.raw.length)
    .reduce((sum, { raw }) => sum.replaceAll(raw, '(a place that does not exist)'), text);
  return { text: cleaned, verified: references.filter(isTrue), dropped };
}
