/**
 * Untrusted text on its way into GitHub-flavoured Markdown. GitHub looks for mentions, issue references and
 * commit SHAs in the *rendered* text, so a backslash or an entity does not stop them: a zero-width space does.
 */
const joint = '&#8203;';

/** Longest run of untrusted prose, UTF-16 code units, unless the caller says otherwise. */
const maxProse = 1_000;

/** Default-ignorable, format, control and separator characters, apart from line feed, tab and the emoji selector. */
const invisible = /(?![\n\t]|\uFE0F)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Shows what would hide or reorder text (bidirectional controls, zero-width characters, tag characters,
 * terminal escapes) as `⟨U+202E⟩`; carriage returns go. Not yet safe for Markdown.
 */
export function visibleText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(invisible, character => {
    const codePoint = character.codePointAt(0) ?? 0;
    return `⟨U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** Cuts to at most `maxLength` UTF-16 code units, the last one an ellipsis; never splits a surrogate pair. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const cut = text.slice(0, Math.max(0, maxLength - 1));
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/**
 * One line of prose that renders as the text it is: no HTML, link, image, mention, issue reference, emphasis or
 * block structure. Text between single backticks stays code.
 */
export function inlineText(text: string, maxLength: number = maxProse): string {
  const line = truncate(visibleText(text).replace(/\s+/g, ' ').trim(), maxLength);
  return line
    .split(/(?<!`)(`[^`]+`)(?!`)/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escapeProse(part)))
    .join('')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=#])/, '\\$1');
}

/** Inline code that the text cannot leave, on one line; an empty text becomes a visible blank. */
export function codeSpan(text: string, maxLength: number = maxProse): string {
  const line = truncate(visibleText(text).replace(/\s+/g, ' '), maxLength).trim() || '␠';
  const fence = '`'.repeat(longestRun(line) + 1);
  const padding = /^`|`$/.test(line) ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** A fenced block that the text cannot close. `language` is ours, never untrusted. */
export function codeBlock(text: string, language: string, maxLength = 4_000): string {
  const content = truncate(visibleText(text).replace(/\n+$/, ''), maxLength);
  const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
  return `${fence}${language}\n${content}\n${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
}

function escapeProse(text: string): string {
  return text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\$/g, '&#36;')
    .replace(/@(?=[^\s])/g, `@${joint}`)
    .replace(/#(?=\d)(?<!&#)/g, `#${joint}`)
    .replace(/gh-(?=\d)/gi, `$&${joint}`)
    .replace(/:(?=\/\/)/g, `:${joint}`)
    .replace(/www(?=\.)/gi, `$&${joint}`)
    .replace(/\b[0-9a-f]{6}(?=[0-9a-f]{1,34}\b)/gi, `$&${joint}`)
    .replace(/:(?=[a-z0-9_+-]+:)/gi, `:${joint}`);
}
