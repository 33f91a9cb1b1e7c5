import type { CodeFile } from '../../contracts/code-review.ts';
import type { Finding } from '../../contracts/finding.ts';
import { compareSeverity } from '../../contracts/severity.ts';

/** Files that are read together, in one request. */
export type Topic = { readonly name: string; readonly parts: readonly FilePart[] };

/** What a model is shown of a file; `size` is characters of JSON. */
export type FilePart = {
  readonly file: CodeFile;
  readonly changes: readonly string[];
  readonly removed: readonly string[];
  readonly size: number;
};

/** Unchanged lines shown around a changed one, most removed lines shown, most lines in one part of a file. */
const contextLines = 8;
const maxRemoved = 80;
const linesPerPart = 250;

const generated =
  /(?:^|\/)(?:dist|build|vendor|node_modules|third_party)\/|\.min\.(?:js|css)$|\.(?:lock|lockb|snap|map|svg|sum)$|(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml)$|_pb2\.py$|\.pb\.go$/;

/**
 * Divides a change by module: folders that belong together in one request, as many as fit in `maxSize` characters. The
 * most important topics come first: those with findings, then code before texts. What tools wrote is not read.
 */
export function topicsOf(
  files: readonly CodeFile[],
  options: {
    readonly findings: readonly Finding[];
    readonly maxSize: number;
    readonly redact: (path: string, text: string) => string;
  },
): readonly Topic[] {
  const readable = files.filter(({ path, head }) => head !== undefined && !generated.test(path));
  const parts = readable.flatMap(file => partsOf(file, options.redact));
  const modules = new Map<string, FilePart[]>();
  for (const part of parts) {
    const key = moduleOf(part.file.path);
    modules.set(key, [...(modules.get(key) ?? []), part]);
  }
  const topics = [...modules].flatMap(([name, group]) => packed(name, group, options.maxSize));
  const ranked = joined(topics, options.maxSize).map(topic => ({
    topic,
    rank: rankOf(topic, options.findings),
  }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ topic }) => topic);
}

/** Two folders deep: a test belongs to what it tests. */
function moduleOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const meaningful = folders.filter(
    folder => !/^(?:src|lib|app|tests?|__tests__|spec|main|java|pkg)$/.test(folder),
  );
  return meaningful.slice(0, 2).join('/') || folders[0] || '.';
}

function packed(name: string, parts: readonly FilePart[], maxSize: number): readonly Topic[] {
  const topics: FilePart[][] = [];
  let size = 0;
  for (const part of parts) {
    const current = topics.at(-1);
    if (current === undefined || size + part.size > maxSize) {
      topics.push([part]);
      size = part.size;
    } else {
      current.push(part);
      size += part.size;
    }
  }
  return topics.map((group, index) => ({
    name: topics.length === 1 ? name : `${name} ${index + 1}`,
    parts: group,
  }));
}

/** Small modules share a request: a change of ten folders with a line each is no ten topics. */
function joined(topics: readonly Topic[], maxSize: number): readonly Topic[] {
  const small = maxSize / 3;
  const result: Topic[] = [];
  for (const topic of topics) {
    const last = result.at(-1);
    if (last !== undefined && sizeOf(last) + sizeOf(topic) < small)
      result[result.length - 1] = {
        name: last.name.split(', ').length < 3 ? `${last.name}, ${topic.name}` : last.name,
        parts: [...last.parts, ...topic.parts],
      };
    else result.push(topic);
  }
  return result;
}

/** Characters of a topic. */
export function sizeOf({ parts }: Topic): number {
  return parts.reduce((sum, { size }) => sum + size, 0);
}

function rankOf({ parts }: Topic, findings: readonly Finding[]): number {
  const paths = new Set(parts.map(({ file }) => file.path));
  const [worst] = findings
    .filter(({ path }) => paths.has(path))
    .toSorted((a, b) => compareSeverity(a.severity, b.severity));
  const isText = parts.every(({ file }) => /\.(?:md|txt|rst|adoc|json|ya?ml|toml)$/.test(file.path));
  return (
    (worst === undefined ? 3 : worst.severity === 'high' || worst.severity === 'critical' ? 0 : 1) +
    (isText ? 3 : 0)
  );
}

function partsOf(file: CodeFile, redact: (path: string, text: string) => string): readonly FilePart[] {
  const lines = redact(file.path, file.head ?? '').split(/\r?\n/);
  const removed = removedLines(file, redact);
  const ranges = rangesOf(file, lines.length);
  return ranges.map((range, index) => {
    const changes = lines
      .slice(range.start - 1, range.end)
      .map(
        (text, at) =>
          `${isChanged(file, range.start + at) ? '+' : ' '}${range.start + at}: ${text.slice(0, 500)}`,
      );
    const own = index === 0 ? removed : [];
    return { file, changes, removed: own, size: JSON.stringify([file.path, changes, own]).length };
  });
}

function isChanged({ changedLines }: CodeFile, line: number): boolean {
  return changedLines === 'all' || changedLines.some(({ start, end }) => start <= line && line <= end);
}

/** Lines of the base that the head no longer has, with their old numbers. */
function removedLines(
  { path, base, head = '' }: CodeFile,
  redact: (path: string, text: string) => string,
): readonly string[] {
  if (base === undefined) return [];
  const left = new Map<string, number>();
  for (const line of redact(path, head).split(/\r?\n/)) left.set(line, (left.get(line) ?? 0) + 1);
  return redact(path, base)
    .split(/\r?\n/)
    .flatMap((text, index) => {
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      return count > 0 || text.trim() === '' ? [] : [`${index + 1}: ${text.slice(0, 500)}`];
    })
    .slice(0, maxRemoved);
}

function rangesOf({ changedLines }: CodeFile, count: number): readonly { start: number; end: number }[] {
  const changed = changedLines === 'all' ? [{ start: 1, end: count }] : changedLines;
  const merged: { start: number; end: number }[] = [];
  for (const range of changed) {
    const start = Math.max(1, range.start - contextLines);
    const end = Math.min(count, range.end + contextLines);
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end + 1) merged[merged.length - 1] = { start: last.start, end };
    else merged.push({ start, end });
  }
  return merged.flatMap(({ start, end }) =>
    Array.from({ length: Math.ceil((end - start + 1) / linesPerPart) }, (_, index) => ({
      start: start + index * linesPerPart,
      end: Math.min(end, start + (index + 1) * linesPerPart - 1),
    })),
  );
}
