/** A line of a comment that may be a command, without its ending. */
export type CommentLine = { readonly text: string; readonly line: number };

const fence = /^ {0,3}(?<mark>`{3,}|~{3,})(?<info>.*)$/;

/**
 * The lines of a comment that start with `/devops` at column 0 and are the author's own words: not quoted, not
 * in fenced code (an unclosed fence runs to the end, as on GitHub) and not in an HTML comment. Indented code
 * and quotes cannot match, because they do not start at column 0.
 */
export function commandLines(body: string): readonly CommentLine[] {
  const found: CommentLine[] = [];
  let openFence: string | undefined;
  let inComment = false;
  for (const [index, text] of body.split(/\r\n|\n|\r/).entries()) {
    if (openFence !== undefined) {
      if (closes(openFence, text)) openFence = undefined;
      continue;
    }
    const startedInComment = inComment;
    inComment = endsInComment(text, inComment);
    if (startedInComment) continue;
    const opening = fence.exec(text);
    // The info string of a backtick fence holds no backtick (CommonMark 4.5).
    if (
      opening?.groups !== undefined &&
      !(opening.groups['mark']?.startsWith('`') && opening.groups['info']?.includes('`'))
    ) {
      openFence = opening.groups['mark'];
    } else if (/^\/devops(?=\s|$)/.test(text)) {
      found.push({ text: text.trimEnd(), line: index + 1 });
    }
  }
  return found;
}

/** A closing fence is of the same character, at least as long, and alone on its line. */
function closes(openFence: string, text: string): boolean {
  const mark = /^ {0,3}(?<mark>`{3,}|~{3,})[ \t]*$/.exec(text)?.groups?.['mark'];
  return mark !== undefined && mark[0] === openFence[0] && mark.length >= openFence.length;
}

/** Whether an HTML comment is open after the line. */
function endsInComment(text: string, open: boolean): boolean {
  let position = 0;
  let inside = open;
  for (;;) {
    const next = text.indexOf(inside ? '-->' : '<!--', position);
    if (next === -1) return inside;
    position = next + (inside ? 3 : 4);
    inside = !inside;
  }
}
