import type { LineRange } from '../../contracts/analysis.ts';

const hunkHeader = /^@@ -\d+(?:,\d+)? \+(?<start>\d+)(?:,(?<count>\d+))? @@/;

/** The added lines of a unified diff, and how many lines it adds, to compare with what GitHub says. */
export function addedLines(patch: string): { readonly ranges: readonly LineRange[]; readonly added: number } {
  const ranges: LineRange[] = [];
  let added = 0;
  let line = 0;
  for (const text of patch.split('\n')) {
    const header = hunkHeader.exec(text);
    if (header !== null) {
      line = Number(header.groups?.['start']);
    } else if (text.startsWith('+')) {
      added++;
      extend(ranges, line);
      line++;
    } else if (text.startsWith(' ')) {
      line++;
    }
    // '-' lines and "\ No newline at end of file" do not stand in the new file.
  }
  return { ranges, added };
}

/**
 * The lines of `head` that do not stand in `base`, each as often as it occurs there: what changed, when the
 * diff itself is not to be had. Moved lines count as unchanged.
 */
export function linesNotIn(base: string, head: string): readonly LineRange[] {
  const remaining = new Map<string, number>();
  for (const line of base.split(/\r?\n/)) remaining.set(line, (remaining.get(line) ?? 0) + 1);
  const ranges: LineRange[] = [];
  for (const [index, line] of head.split(/\r?\n/).entries()) {
    const count = remaining.get(line) ?? 0;
    if (count > 0) remaining.set(line, count - 1);
    else extend(ranges, index + 1);
  }
  return ranges;
}

function extend(ranges: LineRange[], line: number): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.end === line - 1)
    ranges[ranges.length - 1] = { start: last.start, end: line };
  else ranges.push({ start: line, end: line });
}
