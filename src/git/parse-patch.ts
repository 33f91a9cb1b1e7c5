import type { LineRange } from '../contracts/analysis.ts';

const hunkHeader = /^@@ -\d+(?:,(?<removed>\d+))? \+(?<start>\d+)(?:,(?<added>\d+))? @@/;

/**
 * Reads the new line numbers of a `git diff --unified=0` with prefix `b/`, by path. Hunk bodies are skipped by
 * the counts of their header, so that a line of content which looks like a header is not taken for one.
 * Format: git-diff(1), "Generating patch text with -p".
 */
export function parsePatch(patch: string): ReadonlyMap<string, readonly LineRange[]> {
  const files = new Map<string, LineRange[]>();
  let ranges: LineRange[] = [];
  let body = 0;
  for (const line of eachLine(patch)) {
    if (body > 0 && (line.startsWith('+') || line.startsWith('-'))) {
      body--;
    } else if (line.startsWith('+++ ')) {
      const path = newPath(line.slice(4));
      ranges = (path === undefined ? undefined : files.get(path)) ?? [];
      if (path !== undefined) files.set(path, ranges);
    } else {
      const groups = hunkHeader.exec(line)?.groups;
      if (groups === undefined) continue;
      const start = Number(groups['start']);
      const added = Number(groups['added'] ?? 1);
      body = Number(groups['removed'] ?? 1) + added;
      if (added > 0) ranges.push({ start, end: start + added - 1 });
    }
  }
  return files;
}

function* eachLine(text: string): Iterable<string> {
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    yield text.slice(start, end);
    start = end + 1;
  }
  if (start < text.length) yield text.slice(start);
}

/** The path of a `+++` header; git adds a tab after a path with spaces, and quotes one with control characters. */
function newPath(header: string): string | undefined {
  const name = header.replace(/\t$/, '');
  const path = name.startsWith('"') ? unquote(name.slice(1, -1)) : name;
  return path.startsWith('b/') ? path.slice(2) : undefined;
}

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
};

/** Undoes git's C-style quoting; with `core.quotePath=false` only control characters are written in octal. */
function unquote(text: string): string {
  return text.replace(/\\(?:(?<octal>[0-7]{3})|(?<short>.))/g, (whole, octal?: string, short?: string) =>
    octal === undefined ? (escapes[short ?? ''] ?? whole) : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
