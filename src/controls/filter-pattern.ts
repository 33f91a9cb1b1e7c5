/**
 * Metric filters of CloudWatch Logs over JSON events, evaluated: whether a filter hears of an event is asked of the
 * filter, not of its spelling.
 * Syntax: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export type EventFilter = (event: JsonEvent) => boolean;

/** A CloudTrail event, as far as filters ask about it. */
export type JsonEvent = { readonly [key: string]: JsonEvent | string };

/** Reads a pattern; undefined for one that is no pattern over JSON, or that is written in a way we do not know. */
export function readFilterPattern(pattern: string): EventFilter | undefined {
  const body = /^\s*\{([\s\S]*)\}\s*$/.exec(pattern)?.[1];
  if (body === undefined) return undefined;
  const tokens = tokensOf(body);
  if (tokens === undefined) return undefined;
  const parsed = readOr(tokens, 0);
  return parsed?.next === tokens.length ? parsed.filter : undefined;
}

type Parsed = { readonly filter: EventFilter; readonly next: number };

const tokenPattern = /\s*(\(|\)|&&|\|\||!=|<=|>=|=|<|>|"(?:[^"\\]|\\.)*"|[^\s()&|!=<>"]+)/y;

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  const pattern = new RegExp(tokenPattern);
  while (pattern.lastIndex < text.trimEnd().length) {
    const match = pattern.exec(text);
    if (match?.[1] === undefined) return undefined;
    tokens.push(match[1]);
  }
  return tokens;
}

function readOr(tokens: readonly string[], from: number): Parsed | undefined {
  return readChain(tokens, from, {
    operator: '||',
    operand: readAnd,
    join: (a, b) => event => a(event) || b(event),
  });
}

/** Binds tighter than `||`. */
function readAnd(tokens: readonly string[], from: number): Parsed | undefined {
  return readChain(tokens, from, {
    operator: '&&',
    operand: readTerm,
    join: (a, b) => event => a(event) && b(event),
  });
}

function readChain(
  tokens: readonly string[],
  from: number,
  chain: {
    readonly operator: string;
    readonly operand: (tokens: readonly string[], from: number) => Parsed | undefined;
    readonly join: (a: EventFilter, b: EventFilter) => EventFilter;
  },
): Parsed | undefined {
  let read = chain.operand(tokens, from);
  while (read !== undefined && tokens[read.next] === chain.operator) {
    const { filter: left, next } = read;
    const right = chain.operand(tokens, next + 1);
    read = right && { filter: chain.join(left, right.filter), next: right.next };
  }
  return read;
}

function readTerm(tokens: readonly string[], from: number): Parsed | undefined {
  const first = tokens[from];
  if (first === '(') {
    const inner = readOr(tokens, from + 1);
    return inner !== undefined && tokens[inner.next] === ')' ? { ...inner, next: inner.next + 1 } : undefined;
  }
  if (first?.startsWith('$.') !== true) return undefined;
  const path = first.slice(2).split('.');
  const [operator = '', value = ''] = tokens.slice(from + 1, from + 3);
  const word = operator.toUpperCase();
  if (word === 'EXISTS') return { filter: event => at(event, path) !== undefined, next: from + 2 };
  if (word === 'NOT' && value.toUpperCase() === 'EXISTS')
    return { filter: event => at(event, path) === undefined, next: from + 3 };
  if (value === '' || !['=', '!='].includes(operator)) return undefined;
  const matches = matcherOf(value);
  return {
    next: from + 3,
    filter(event) {
      const found = at(event, path);
      // What is not there is neither equal nor unequal.
      return typeof found === 'string' && matches(found) === (operator === '=');
    },
  };
}

function matcherOf(value: string): (text: string) => boolean {
  const text = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
  const parts = text.split('*').map(part => part.replace(/[.+^${}()|[\]\\?]/g, '\\$&'));
  const pattern = new RegExp(`^${parts.join('.*')}$`);
  return found => pattern.test(found);
}

function at(event: JsonEvent, path: readonly string[]): JsonEvent | string | undefined {
  let found: JsonEvent | string | undefined = event;
  for (const key of path) found = typeof found === 'object' ? found[key] : undefined;
  return found;
}
