import type { Span } from '../../../contracts/detector.ts';
import { linesOf } from './text-lines.ts';

/** An entry of a machine-written lock file in which indentation is all the structure. */
export type IndentedEntry = {
  /** Quotes around the whole key removed. */
  readonly key: string;
  /** What stands behind the colon (or, in Yarn 1, the first space), quotes removed. */
  readonly value: string;
  readonly children: readonly IndentedEntry[];
  /** From the key to the end of the last line below it. */
  readonly span: Span;
  /** The key's own line. */
  readonly place: Span;
};

type OpenEntry = IndentedEntry & {
  readonly children: OpenEntry[];
  readonly indent: number;
  readonly span: { start: number; end: number };
};

const keyed = /^(?:"(?<double>(?:[^"\\]|\\.)*)"|'(?<single>[^']*)'|(?<plain>.*?)):(?=\s|$)\s*(?<value>.*)$/;

/**
 * Reads what pnpm and both formats of Yarn write, one pass over the lines. YAML's other features do not occur in
 * files that these tools wrote; lines that are no `key: value` are passed over.
 */
export function readIndented(text: string): readonly IndentedEntry[] {
  const roots: OpenEntry[] = [];
  const open: OpenEntry[] = [];
  for (const line of linesOf(text)) {
    const trimmed = line.text.trimStart();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith('- ')) continue;
    const indent = line.text.length - trimmed.length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const start = line.start + indent;
    const entry: OpenEntry = {
      ...readLine(trimmed),
      children: [],
      indent,
      span: { start, end: line.end },
      place: { start, end: line.end },
    };
    for (const parent of open) parent.span.end = line.end;
    (open.at(-1)?.children ?? roots).push(entry);
    open.push(entry);
  }
  return roots;
}

function readLine(line: string): { readonly key: string; readonly value: string } {
  const groups = keyed.exec(line)?.groups;
  if (groups !== undefined) {
    const key = groups['double'] ?? groups['single'] ?? groups['plain'] ?? '';
    return { key, value: unquote(groups['value'] ?? '') };
  }
  const space = line.indexOf(' ');
  return space === -1
    ? { key: line, value: '' }
    : { key: unquote(line.slice(0, space)), value: unquote(line.slice(space + 1)) };
}

/** Without the quotes around it. */
export function unquote(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed[0];
  const isQuoted = (quote === '"' || quote === "'") && trimmed.endsWith(quote) && trimmed.length > 1;
  return isQuoted ? trimmed.slice(1, -1) : trimmed;
}

/** The value of a child; undefined when there is none. */
export function childValue(entry: IndentedEntry, key: string): string | undefined {
  return entry.children.find(child => child.key === key)?.value;
}
