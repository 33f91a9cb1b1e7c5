import type { SourceFile } from '../../contracts/detector.ts';

/** A name and the literal given to it, in whatever syntax: `key = "v"`, `"key": "v"`, `<key>v</key>`, `--key v`… */
export type Assignment = {
  /** The left side, with the type where one stands there: `apiToken string`. At most 160 characters. */
  readonly name: string;
  readonly lowerName: string;
  /** At most 512 characters, on one line, without quotes. */
  readonly value: string;
  /** Offset of `value` in the text. */
  readonly start: number;
  /** Whether `value` stood between quotes. */
  readonly quoted: boolean;
  /** Whether no person wrote it so: `,apiKey:"v"` of minified code, or an expression `f(token: v)`. */
  readonly inExpression: boolean;
};

const word = String.raw`(?<![\w$.@-])[\w$@-][\w$.@-]{1,119}`;
/** `apiToken string = …`, `apiToken: &str = …`, `string apiToken = …`: the neighbour belongs to the left side. */
const neighbour = String.raw`(?:[ \t]{0,2}:?[ \t]{1,4}(?:&(?:'\w{1,20}[ ])?)?[\w.*<>?]{2,40}(?=[ \t]{0,4}=))?`;
/** What closes the name: quotes, or the brackets of an index. */
const close = String.raw`\\?["'\x60\])]{0,3}`;
const sign = String.raw`[ \t]{0,16}(?::{0,3}=|=>|[?.+|]{1,2}=|={2,3}|!==?|\|\||\?\?|[:,>])`;
/** `- name: KEY`, next line `value: v`; `<add key="KEY" value="v"/>`; `<key>KEY</key> <string>v</string>`. */
const valueField = String.raw`(?:,?\s{1,40}["']?value["']?[ \t]{0,4}[:=]|</key>\s{0,40}<string>)`;
/** A command line option, `ENV` of a Dockerfile, `#define`, `set -x` or `setenv` of a shell, and its argument. */
const option = String.raw`(?<=(?<!-)--?[\w-]{2,60}|(?:\bENV|#define|\bset[ \t]{1,4}-\w{1,4}|\bsetenv)[ \t]{1,4}\w{2,60})[ \t]`;
/** Authentication schemes of HTTP (RFC 9110, section 11) and of providers, in front of the credential. */
const scheme = String.raw`(?:(?:Bearer|bearer|Basic|basic|Token|token|Api-?[Kk]ey|Api-?[Tt]oken|SSWS|FlyV1|GenieKey)[ \t]{1,3}(?:token=)?)?`;
/** Letters and signs before the quote make raw, byte and verbatim strings: `b"…"`, `@"…"`. */
const quoted = String.raw`(?:(?<![\w@$])[@$bBrRfFuUL]{1,2})?\\?["'\x60]${scheme}(?<quoted>[^"'\x60\n\r]{6,512})(?=["'\x60])`;
/** A whole word: what is followed by a bracket is a call or an index. */
const bare = String.raw`${scheme}(?<bare>[^\s"'\x60<>,;(){}[\]\\|]{6,512})(?=[\s"'\x60<>,;){}\]\\|]|$)`;

/** A bare value stands on the line of its name, unless an element encloses it. */
const literal = String.raw`(?:[\s=(]{0,40}${quoted}|(?:[ \t=]{0,16}|(?<=>)\s{0,40})${bare})`;

const assignment = new RegExp(
  `(?<name>${word}${neighbour})${close}(?:${sign}|${valueField}|${option})${literal}`,
  'dg',
);

/** Every assignment of a file; computed once per file. */
export function assignmentsOf(file: SourceFile): readonly Assignment[] {
  return file.memo('secrets/assignments', ({ text }) => findAssignments(text));
}

function findAssignments(text: string): readonly Assignment[] {
  const pattern = new RegExp(assignment);
  const found: Assignment[] = [];
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const name = match.groups?.['name'] ?? '';
    const inQuotes = match.groups?.['quoted'];
    const [start, end] = match.indices?.groups?.[inQuotes === undefined ? 'bare' : 'quoted'] ?? [0, 0];
    // A value may itself be a name (`key: "TOKEN", value: "…"`), so the search goes on right behind the name.
    pattern.lastIndex = match.index + name.length;
    const value = text.slice(start, end).replace(/\\$/, '');
    // What follows the comma of a list is the next item, unless it is a literal: `set("NAME", "v")`.
    if (inQuotes === undefined && /^\W{0,4},/.test(text.slice(match.index + name.length, start))) {
      if (!/value/.test(text.slice(match.index + name.length, start))) continue;
    }
    const inExpression =
      inQuotes === undefined
        ? text[end] === ')'
        : /[,{;]/.test(text[match.index - 1] ?? '') && text.startsWith(':', match.index + name.length);
    found.push({
      name,
      lowerName: name.toLowerCase(),
      value,
      start,
      quoted: inQuotes !== undefined,
      inExpression,
    });
  }
  return found;
}
