/** One thing that a GraphQL schema declares, by its whole name: `Query.user`, `Query.user(id)`. */
type Declaration = {
  readonly key: string;
  readonly kind: 'type' | 'field' | 'input field' | 'argument' | 'value' | 'member';
  readonly line: number;
  /** Of a type its keyword, of a field or argument its type. */
  readonly type: string;
  readonly hasDefault: boolean;
};

/** One way in which a schema breaks the queries written against it. */
export type GraphqlBreak = { readonly line: number; readonly gone: boolean; readonly what: string };

/**
 * Compares two schemas; `elsewhere` are other texts of the same schema after the change, to which types may have moved.
 * Source: GraphQL specification (October 2021), type system; the changes that its reference implementation calls
 * breaking. Texts that hold operations only have no declarations.
 */
export function compareGraphql(
  before: string,
  after: string,
  elsewhere: readonly string[] = [],
): readonly GraphqlBreak[] {
  const old = new Map(declarationsOf(before).map(each => [each.key, each]));
  const own = declarationsOf(after);
  const now = new Map([...elsewhere.flatMap(declarationsOf), ...own].map(each => [each.key, each]));
  const here = new Set(own);
  const gone = [...old.values()].flatMap((was): readonly GraphqlBreak[] => {
    const is = now.get(was.key);
    const owner = ownerOf(was.key);
    if (is === undefined)
      // What stood in something that is gone is gone with it.
      return owner !== undefined && !now.has(owner)
        ? []
        : [{ line: was.line, gone: true, what: `the ${was.kind} \`${was.key}\` was removed` }];
    if (!here.has(is) || isCompatible(was, is)) return [];
    return [
      {
        line: is.line,
        gone: false,
        what: `the ${is.kind} \`${is.key}\` is \`${is.type}\` and was \`${was.type}\``,
      },
    ];
  });
  const needed = own.flatMap((is): readonly GraphqlBreak[] => {
    const isInput = is.kind === 'argument' || is.kind === 'input field';
    const owner = ownerOf(is.key);
    if (!isInput || old.has(is.key) || owner === undefined || !old.has(owner)) return [];
    return is.type.endsWith('!') && !is.hasDefault
      ? [{ line: is.line, gone: false, what: `the new ${is.kind} \`${is.key}\` must be given` }]
      : [];
  });
  return [...gone, ...needed];
}

function ownerOf(key: string): string | undefined {
  if (key.endsWith(')')) return key.slice(0, key.lastIndexOf('('));
  return key.includes('.') ? key.slice(0, key.indexOf('.')) : undefined;
}

/** What is read may become non-null, what is written nullable. */
function isCompatible(was: Declaration, is: Declaration): boolean {
  if (was.kind !== is.kind) return false;
  if (was.type === is.type) return true;
  if (was.kind === 'field')
    return is.type.replaceAll('!', '') === was.type.replaceAll('!', '') && isStricter(is, was);
  if (was.kind === 'argument' || was.kind === 'input field')
    return (
      is.type.replaceAll('!', '') === was.type.replaceAll('!', '') && (isStricter(was, is) || is.hasDefault)
    );
  return false;
}

/** Whether every `!` of the one stands in the other as well. */
function isStricter(strict: Declaration, loose: Declaration): boolean {
  const marks = (type: string): readonly boolean[] =>
    [...type.matchAll(/(?:\w+|\])!?/g)].map(([part]) => part.endsWith('!'));
  const own = marks(strict.type);
  return marks(loose.type).every((mark, index) => !mark || own[index] === true);
}

const kinds = new Set(['type', 'interface', 'input', 'enum', 'union', 'scalar']);

type Token = { readonly text: string; readonly line: number };

/** Names, punctuation and strings; comments, commas and descriptions mean nothing here. */
function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  for (const [part] of text.matchAll(/"""[^]*?(?<!\\)"""|"(?:[^"\\\n]|\\.)*"|#[^\n]*|[\w$]+|\n|[^\s,]/g)) {
    if (part === '\n') line += 1;
    else if (!part.startsWith('#') && !part.startsWith('"')) tokens.push({ text: part, line });
    else if (part.startsWith('"')) {
      const isValue = tokens.at(-1)?.text === '=' || tokens.at(-1)?.text === ':';
      if (isValue) tokens.push({ text: '""', line });
      line += part.split('\n').length - 1;
    }
  }
  return tokens;
}

function declarationsOf(text: string): readonly Declaration[] {
  const tokens = tokensOf(text);
  const found: Declaration[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const keyword = tokens[at]?.text ?? '';
    const name = tokens[at + 1];
    if (keyword === '{' || keyword === '(') {
      at = closing(tokens, at);
      continue;
    }
    if (!kinds.has(keyword) || name === undefined || !/^\w+$/.test(name.text)) continue;
    const isExtension = tokens[at - 1]?.text === 'extend';
    if (!isExtension)
      found.push({ key: name.text, kind: 'type', line: name.line, type: keyword, hasDefault: false });
    const next = tokens.findIndex(
      (token, index) => index > at + 1 && (token.text === '{' || isStart(tokens, index)),
    );
    const end = next === -1 ? tokens.length : next;
    if (keyword === 'union') {
      const equals = tokens.findIndex((token, index) => index > at && index < end && token.text === '=');
      if (equals !== -1)
        for (const token of tokens.slice(equals + 1, end))
          if (/^\w+$/.test(token.text))
            found.push({
              key: `${name.text}.${token.text}`,
              kind: 'member',
              line: token.line,
              type: '',
              hasDefault: false,
            });
    }
    if (tokens[end]?.text === '{') {
      const close = closing(tokens, end);
      found.push(...bodyOf(tokens.slice(end + 1, close), name.text, keyword));
      at = close;
    } else at = end - 1;
  }
  return found;
}

/** Where the next definition begins. */
function isStart(tokens: readonly Token[], index: number): boolean {
  const text = tokens[index]?.text ?? '';
  return (
    (kinds.has(text) || /^(?:extend|schema|directive|query|mutation|subscription|fragment)$/.test(text)) &&
    tokens[index - 1]?.text !== '|' &&
    tokens[index - 1]?.text !== '='
  );
}

function closing(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const text = tokens[at]?.text ?? '';
    if (/^[{([]$/.test(text)) depth += 1;
    else if (/^[})\]]$/.test(text) && --depth === 0) return at;
  }
  return tokens.length;
}

/** The fields, with their arguments, or the values between a definition's braces. */
function bodyOf(tokens: readonly Token[], owner: string, keyword: string): readonly Declaration[] {
  const found: Declaration[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.text === '@') {
      // A directive with what it is given.
      at = tokens[at + 2]?.text === '(' ? closing(tokens, at + 2) : at + 1;
      continue;
    }
    if (!/^\w+$/.test(token.text)) continue;
    const key = `${owner}.${token.text}`;
    if (keyword === 'enum') {
      found.push({ key, kind: 'value', line: token.line, type: '', hasDefault: false });
      continue;
    }
    let next = at + 1;
    if (tokens[next]?.text === '(') {
      const close = closing(tokens, next);
      const given = bodyOf(tokens.slice(next + 1, close), owner, 'input');
      found.push(
        ...given.map(
          (argument): Declaration => ({
            ...argument,
            kind: 'argument',
            key: `${key}(${argument.key.slice(owner.length + 1)})`,
          }),
        ),
      );
      next = close + 1;
    }
    if (tokens[next]?.text !== ':') continue;
    const { type, end } = typeAt(tokens, next + 1);
    const hasDefault = tokens[end]?.text === '=';
    const kind = keyword === 'input' ? 'input field' : 'field';
    found.push({ key, kind, line: token.line, type, hasDefault });
    at = hasDefault ? valueEnd(tokens, end + 1) : end - 1;
  }
  return found;
}

function typeAt(tokens: readonly Token[], start: number): { readonly type: string; readonly end: number } {
  let end = tokens[start]?.text === '[' ? closing(tokens, start) + 1 : start + 1;
  if (tokens[end]?.text === '!') end += 1;
  return {
    type: tokens
      .slice(start, end)
      .map(({ text }) => text)
      .join(''),
    end,
  };
}

/** The last token of a default value. */
function valueEnd(tokens: readonly Token[], start: number): number {
  const text = tokens[start]?.text ?? '';
  if (/^[{[]$/.test(text)) return closing(tokens, start);
  return text === '-' ? start + 1 : start;
}
