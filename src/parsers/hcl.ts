import type { Span } from '../contracts/detector.ts';
import {
  type ConfigEntry,
  type ConfigNode,
  type MapNode,
  maxConfigDepth,
  type ScalarNode,
} from './config-node.ts';
import { heredocAt, skipTemplate } from './hcl-template.ts';
import { SyntaxProblem } from './syntax-problem.ts';

/** A block such as `resource "aws_s3_bucket" "logs" { … }`; the span covers it all, `header` type and labels. */
export type HclBlock = Span & {
  readonly type: string;
  readonly labels: readonly string[];
  readonly header: Span;
  /**
   * Attributes and nested blocks in order; a nested block is an entry with a map as value, `dynamic "x"` counts as a
   * block `x` with its content, and `backend "x"` is an entry `backend.x`.
   */
  readonly body: MapNode;
};

export type HclFile = { readonly blocks: readonly HclBlock[]; readonly attributes: MapNode };

const spacePattern = /(?:[ \t\r\uFEFF]+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const linesPattern = /(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const identifierPattern = /[\p{L}_][\p{L}\p{N}_-]*(?:::[\p{L}_][\p{L}\p{N}_-]*)*/uy;
const numberPattern = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const operatorPattern = /&&|\|\||==|!=|<=|>=|[+\-*/%<>?:]/y;

/**
 * Reads HCL 2 native syntax (HashiCorp, "HCL Native Syntax Specification") with positions. Expressions that are not
 * literals are kept as text with their operands.
 *
 * @throws SyntaxProblem on syntax errors and on nesting deeper than 200.
 */
export function parseHcl(text: string): HclFile {
  return new HclReader(text).file();
}

class HclReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  file(): HclFile {
    const blocks: HclBlock[] = [];
    const entries: ConfigEntry[] = [];
    for (this.#skipLines(); this.#position < this.#text.length; this.#skipLines()) {
      const item = this.#item(0);
      if ('body' in item) blocks.push(item);
      else entries.push(item);
    }
    return { blocks, attributes: { kind: 'map', entries, start: 0, end: this.#text.length } };
  }

  /** One attribute or block of a body. */
  #item(depth: number): ConfigEntry | HclBlock {
    if (depth > maxConfigDepth) this.#fail('nested too deeply');
    const start = this.#position;
    const type = this.#match(identifierPattern) ?? this.#quoted();
    if (type === undefined) this.#fail('expected an attribute or a block');
    this.#skipSpace();
    const keySpan = { start, end: start + type.length };
    if (this.#text[this.#position] === '=' && this.#text[this.#position + 1] !== '=') {
      this.#position += 1;
      return { key: type, keySpan, value: this.#expression(depth + 1, false) };
    }
    const labels: string[] = [];
    let headerEnd = keySpan.end;
    while (this.#text[this.#position] !== '{') {
      const label = this.#quoted() ?? this.#match(identifierPattern);
      if (label === undefined) this.#fail('expected "{"');
      labels.push(label);
      headerEnd = this.#position;
      this.#skipSpace();
    }
    const body = this.#body(depth);
    return { type, labels, header: { start, end: headerEnd }, body, start, end: this.#position };
  }

  #body(depth: number): MapNode {
    const start = this.#position++;
    const entries: ConfigEntry[] = [];
    for (this.#skipLines(); this.#text[this.#position] !== '}'; this.#skipLines()) {
      if (this.#position >= this.#text.length) this.#fail('expected "}"');
      const item = this.#item(depth + 1);
      entries.push('body' in item ? nestedBlock(item) : item);
    }
    this.#position += 1;
    return { kind: 'map', entries, start, end: this.#position };
  }

  /** An operand and, if operators follow, everything they join. `lines` lets it run over line ends. */
  #expression(depth: number, lines: boolean): ConfigNode {
    if (depth > maxConfigDepth) this.#fail('nested too deeply');
    const first = this.#operand(depth, lines);
    const operands = [first];
    for (;;) {
      const before = this.#position;
      this.#skip(lines);
      const operator = this.#match(operatorPattern);
      // In an object `:` separates key and value; only after `?` it belongs to the expression.
      if (operator === undefined || (operator === ':' && operands.length === 1)) {
        this.#position = before;
        break;
      }
      operands.push(this.#operand(depth, true));
    }
    return operands.length === 1 ? first : this.#unknown(first.start, operands);
  }

  #operand(depth: number, lines: boolean): ConfigNode {
    this.#skip(lines);
    const start = this.#position;
    const character = this.#text[start];
    if (character === '-' || character === '!') {
      this.#position += 1;
      const operand = this.#operand(depth + 1, lines);
      if (depth > maxConfigDepth) this.#fail('nested too deeply');
      return character === '-' && operand.kind === 'scalar' && typeof operand.value === 'number'
        ? { ...operand, value: -operand.value, start }
        : this.#unknown(start, [operand]);
    }
    return this.#traversal(start, this.#primary(depth, start, character));
  }

  #primary(depth: number, start: number, character: string | undefined): ConfigNode {
    if (character === '"') return this.#template(depth);
    if (character === '<' && this.#text[start + 1] === '<') return this.#heredoc();
    if (character === '[') return this.#isFor() ? this.#balanced(start) : this.#tuple(depth);
    if (character === '{') return this.#isFor() ? this.#balanced(start) : this.#object(depth);
    if (character === '(') {
      this.#position += 1;
      const inner = this.#expression(depth + 1, true);
      this.#expect(')');
      return inner;
    }
    const number = this.#match(numberPattern);
    if (number !== undefined) return this.#literal(start, Number(number));
    const word = this.#match(identifierPattern);
    if (word === undefined) this.#fail('expected a value');
    if (word === 'true' || word === 'false') return this.#literal(start, word === 'true');
    if (word === 'null') return this.#literal(start, null);
    return this.#text[this.#position] === '(' ? this.#call(word, start, depth) : this.#unknown(start, []);
  }

  /** Follows `.name`, `[…]` and `.*` after a value; a literal without them stays a literal. */
  #traversal(start: number, value: ConfigNode): ConfigNode {
    const before = this.#position;
    for (;;) {
      const character = this.#text[this.#position];
      if (character === '[') this.#balanced(this.#position);
      else if (character === '.' && /[\p{L}\p{N}_*]/u.test(this.#text[this.#position + 1] ?? '')) {
        this.#position += 1;
        if (this.#text[this.#position] === '*') this.#position += 1;
        else if (this.#match(identifierPattern) === undefined) this.#match(numberPattern);
      } else break;
    }
    if (this.#position === before) return value;
    const args = value.kind === 'expression' && value.call === undefined ? value.args : [value];
    return this.#unknown(start, args);
  }

  #call(call: string, start: number, depth: number): ConfigNode {
    this.#position += 1;
    const args: ConfigNode[] = [];
    for (this.#skipLines(); this.#text[this.#position] !== ')'; this.#skipLines()) {
      args.push(this.#expression(depth + 1, true));
      this.#skipLines();
      if (this.#text.startsWith('...', this.#position)) this.#position += 3;
      this.#skipLines();
      if (this.#text[this.#position] === ',') this.#position += 1;
      else break;
    }
    this.#expect(')');
    return { ...this.#unknown(start, args), call };
  }

  #tuple(depth: number): ConfigNode {
    const start = this.#position++;
    const items: ConfigNode[] = [];
    for (this.#skipLines(); this.#text[this.#position] !== ']'; this.#skipLines()) {
      items.push(this.#expression(depth + 1, true));
      this.#skipLines();
      if (this.#text[this.#position] === ',') this.#position += 1;
      else break;
    }
    this.#expect(']');
    return { kind: 'list', items, start, end: this.#position };
  }

  #object(depth: number): ConfigNode {
    const start = this.#position++;
    const entries: ConfigEntry[] = [];
    for (this.#skipLines(); this.#text[this.#position] !== '}'; this.#skipLines()) {
      const key = this.#operand(depth + 1, true);
      this.#skipLines();
      const separator = this.#text[this.#position];
      if (separator !== '=' && separator !== ':') this.#fail('expected "="');
      this.#position += 1;
      const name = key.kind === 'scalar' ? String(key.value) : this.#text.slice(key.start, key.end);
      const value = this.#expression(depth + 1, false);
      entries.push({ key: name, keySpan: { start: key.start, end: key.end }, value });
      this.#skipSpace();
      if (this.#text[this.#position] === ',') this.#position += 1;
    }
    this.#position += 1;
    return { kind: 'map', entries, start, end: this.#position };
  }

  /** A quoted template; one that is nothing but `${…}` is the expression inside it. */
  #template(depth: number): ConfigNode {
    const start = this.#position;
    const end = skipTemplate(this.#text, start);
    const raw = this.#text.slice(start + 1, end - 1);
    const dynamic = /(?:^|[^$])\$\{|%\{/.test(raw);
    if (dynamic && raw.startsWith('${') && closesAtEnd(raw)) {
      this.#position = start + 3;
      const inner = this.#expression(depth + 1, true);
      this.#skipLines();
      if (this.#position === end - 2) {
        this.#position = end;
        return { ...inner, start, end };
      }
    }
    this.#position = end;
    const scalar: ScalarNode = { kind: 'scalar', value: unescape(raw), dynamic, start, end };
    return raw.includes('\\') ? scalar : { ...scalar, contentStart: start + 1 };
  }

  #heredoc(): ConfigNode {
    const start = this.#position;
    const { contentStart, contentEnd, end } = heredocAt(this.#text, start);
    this.#position = end;
    const value = this.#text.slice(contentStart, contentEnd);
    return { kind: 'scalar', value, dynamic: /(?:^|[^$])\$\{|%\{/.test(value), contentStart, start, end };
  }

  #isFor(): boolean {
    return /^[[{]\s*for\s/.test(this.#text.slice(this.#position, this.#position + 40));
  }

  /** Skips a bracketed expression that is kept as text. */
  #balanced(start: number): ConfigNode {
    let depth = 0;
    do {
      const character = this.#text[this.#position];
      if (character === undefined) this.#fail('unclosed bracket');
      if (character === '"') this.#position = skipTemplate(this.#text, this.#position);
      else {
        if ('([{'.includes(character)) depth += 1;
        if (')]}'.includes(character)) depth -= 1;
        this.#position += 1;
      }
    } while (depth > 0);
    return this.#unknown(start, []);
  }

  #quoted(): string | undefined {
    if (this.#text[this.#position] !== '"') return undefined;
    const start = this.#position;
    this.#position = skipTemplate(this.#text, start);
    return this.#text.slice(start + 1, this.#position - 1);
  }

  #literal(start: number, value: number | boolean | null): ConfigNode {
    return { kind: 'scalar', value, dynamic: false, start, end: this.#position };
  }

  #unknown(start: number, args: readonly ConfigNode[]) {
    const text = this.#text.slice(start, this.#position);
    return { kind: 'expression', args, text, start, end: this.#position } as const;
  }

  #skip(lines: boolean): void {
    if (lines) this.#skipLines();
    else this.#skipSpace();
  }

  #skipSpace(): void {
    this.#match(spacePattern);
  }

  #skipLines(): void {
    this.#match(linesPattern);
  }

  #expect(character: string): void {
    this.#skipLines();
    if (this.#text[this.#position] !== character) this.#fail(`expected "${character}"`);
    this.#position += 1;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text)?.[0];
    this.#position += match?.length ?? 0;
    return match;
  }

  #fail(message: string): never {
    throw new SyntaxProblem(message, this.#position);
  }
}

/** A nested block as an entry; what `dynamic "x"` generates counts as a block `x`. */
function nestedBlock(block: HclBlock): ConfigEntry {
  const content =
    block.type === 'dynamic' && block.body.entries.find(entry => entry.key === 'content')?.value;
  const label = block.labels[0];
  return content !== false && content !== undefined && label !== undefined
    ? { key: label, keySpan: block.header, value: content }
    : {
        key: block.type === 'backend' && label !== undefined ? `backend.${label}` : block.type,
        keySpan: block.header,
        value: { ...block.body, start: block.start },
      };
}

/** Whether the `}` of a leading `${` is the last character. */
function closesAtEnd(raw: string): boolean {
  return raw.endsWith('}') && raw.indexOf('${', 2) === -1;
}

function unescape(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/g, (whole, escape: string) => {
    const simple = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }[escape];
    if (simple !== undefined) return simple;
    const code = /^[uU]/.test(escape) ? Number.parseInt(escape.slice(1), 16) : Number.NaN;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
