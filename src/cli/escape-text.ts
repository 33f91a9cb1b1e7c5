/**
 * Control characters, bidirectional overrides, line separators, tag characters and lone surrogates: what could
 * move the cursor, hide text, or make it read differently from what it is.
 */
const dangerous =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/** Untrusted text for a terminal: dangerous characters become `\u{1b}`; line endings too, tabs stay when asked. */
export function escapeText(text: string, options: { readonly keepTabs?: boolean } = {}): string {
  return text.replace(dangerous, character =>
    character === '\t' && options.keepTabs === true
      ? character
      : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** The same for a text of several lines, whose line feeds stay. */
export function escapeLines(text: string): string {
  return text
    .split('\n')
    .map(line => escapeText(line))
    .join('\n');
}
