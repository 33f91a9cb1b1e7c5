/** Characters that take no column of their own: combining marks and format characters. */
const zeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

/**
 * East Asian Wide and Fullwidth ranges (Unicode Standard Annex #11) in the parts that text uses, and characters
 * that are shown as emoji by default.
 */
const doubleWidth =
  /^(?:[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})$/u;

/** Columns that a text takes on a terminal; it has no tabs or control characters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character >= ' ' && character <= '~') width++;
    else if (!zeroWidth.test(character)) width += doubleWidth.test(character) ? 2 : 1;
  }
  return width;
}

/** Replaces tabs by the spaces to the next multiple of `tabWidth` columns. */
export function expandTabs(text: string, startColumn = 0, tabWidth = 4): string {
  let column = startColumn;
  return text
    .split(/(\t)/)
    .map(part => {
      const expanded = part === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : part;
      column += displayWidth(expanded);
      return expanded;
    })
    .join('');
}
