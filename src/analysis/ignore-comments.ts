/**
 * A comment in which somebody asks to ignore rules: `devops: ignore[rule, rule] reason`, behind any language's
 * comment sign. `zizmor: ignore[…]` means the same, because the workflow rules bear the names of zizmor's audits.
 */
const request = /\b(?:devops|zizmor):[ \t]*ignore\[([\w\-/, \t]{1,500})\]/g;
const commentSign = /#|\/\/|--|\/\*|<!--|;/;
/** A line of nothing but a comment; it also speaks for the line below. */
const commentOnly = /^[ \t]*(?:#|\/\/|--|\/\*|<!--|;)/;

/** An ignore comment: its 1-based line, and the lines it speaks for. */
export type IgnoreComment = {
  readonly line: number;
  /** The line below as well when the comment stands alone. */
  readonly lastLine: number;
  readonly rules: ReadonlySet<string>;
};

/** Every ignore comment of a text, in order. */
export function ignoreCommentsOf(text: string): readonly IgnoreComment[] {
  if (!text.includes('ignore[')) return [];
  return text.split('\n').flatMap((content, index) => {
    if (!content.includes('ignore[')) return [];
    const sign = content.search(commentSign);
    if (sign === -1) return [];
    const rules = [...content.matchAll(request)]
      .filter(match => match.index > sign)
      .flatMap(match => (match[1] ?? '').split(',').map(rule => rule.trim()));
    const line = index + 1;
    const lastLine = commentOnly.test(content) ? line + 1 : line;
    return rules.length === 0 ? [] : [{ line, lastLine, rules: new Set(rules) }];
  });
}
