/**
 * The text before a change, from the text after it and GitHub's patch: exactly the merge base's, which the base branch
 * may have left behind. Undefined when the patch does not fit the text. Format: git-diff(1), unified.
 */
export function revertPatch(head: string, patch: string): string | undefined {
  const lines = head.split('\n');
  const base: string[] = [];
  let next = 0;
  let lastMark = '';
  let baseEndsBare: boolean | undefined;
  for (const text of patch.split('\n')) {
    const header = /^@@ -\d+(?:,\d+)? \+(?<start>\d+)(?:,(?<count>\d+))? @@/.exec(text)?.groups;
    if (header !== undefined) {
      const count = Number(header['count'] ?? 1);
      // Without new lines the header names the line before.
      const start = Number(header['start']) - (count === 0 ? 0 : 1);
      if (start < next || start > lines.length) return undefined;
      base.push(...lines.slice(next, start));
      next = start;
    } else if (text.startsWith('\\')) {
      if (lastMark === '-') baseEndsBare = true;
      else if (lastMark === '+') baseEndsBare ??= false;
    } else {
      const mark = text.slice(0, 1);
      const content = text.slice(1);
      if (mark === '-' || mark === ' ') base.push(content);
      if (mark === '+' || mark === ' ') {
        if (lines[next] !== content) return undefined;
        next += 1;
      }
      lastMark = mark;
    }
  }
  base.push(...lines.slice(next));
  return withEnding(base, baseEndsBare);
}

/** The last line's ending is the patch's to say when it speaks of it. */
function withEnding(lines: readonly string[], endsBare: boolean | undefined): string {
  const text = lines.join('\n');
  if (endsBare === true) return text.replace(/\n$/, '');
  if (endsBare === false && !text.endsWith('\n') && text !== '') return `${text}\n`;
  return text;
}

/** The text of a removed file, from its patch alone. */
export function removedText(patch: string): string {
  const lines = patch.split('\n').filter(line => line.startsWith('-'));
  const text = lines.map(line => line.slice(1)).join('\n');
  return patch.includes('\n\\ No newline') ? text : `${text}\n`;
}
