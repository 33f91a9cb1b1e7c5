import type { ConfigEntry, ConfigNode, MapNode } from './config-node.ts';
import { maxConfigDepth } from './config-node.ts';
import { SyntaxProblem } from './syntax-problem.ts';

/** A table of a TOML file: `[name]` or one of `[[name]]`; the keys before the first header stand in the table ``. */
export type TomlTable = {
  /** Dotted, quotes removed. */
  readonly name: string;
  /** Whether it is an element of an array of tables. */
  readonly isElement: boolean;
  /** From the header to the last value; dotted keys keep their dots. */
  readonly body: MapNode;
};

const spacePattern = /[ \t]*/y;
const breakPattern = /(?:[ \t\r\n]+|#[^\n]*)*/y;
const keyPattern =
  /(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'))*/y;
const stringPattern = /"""(?:[^\\]|\\[^])*?"{3,5}|'''[^]*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'/y;
const wordPattern = /[\w+:.\- ]+/y;

/**
 * Reads TOML 1.0 with positions, as far as manifests and lock files use it: tables in the order of the file. Dates are
 * strings.
 *
 * @throws SyntaxProblem on anything that is not TOML, and on nesting deeper than 200.
 */
export function parseToml(text: string): readonly TomlTable[] {
  return new TomlReader(text).tables();
}

class TomlReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  tables(): readonly TomlTable[] {
    const tables: TomlTable[] = [];
    let start = 0;
    let name = '';
    let isElement = false;
    let entries: ConfigEntry[] = [];
    let end = 0;
    const close = (): void => {
      tables.push({ name, isElement, body: { kind: 'map', entries, start, end } });
    };
    for (this.#skip(breakPattern); this.#position < this.#text.length; this.#skip(breakPattern)) {
      if (this.#text[this.#position] !== '[') {
        entries.push(this.#entry());
        end = entries.at(-1)?.value.end ?? end;
        continue;
      }
      close();
      start = this.#position;
      isElement = this.#text.startsWith('[[', this.#position);
      this.#position += isElement ? 2 : 1;
      this.#skip(spacePattern);
      name = unquoteKey(this.#take(keyPattern, 'a table name'));
      this.#skip(spacePattern);
      this.#expect(isElement ? ']]' : ']');
      entries = [];
      end = this.#position;
    }
    close();
    return tables;
  }

  #entry(): ConfigEntry {
    const start = this.#position;
    const key = this.#take(keyPattern, 'a key');
    const keySpan = { start, end: this.#position };
    this.#skip(spacePattern);
    this.#expect('=');
    return { key: unquoteKey(key), keySpan, value: this.#value(0) };
  }

  #value(depth: number): ConfigNode {
    this.#skip(spacePattern);
    if (depth > maxConfigDepth) throw new SyntaxProblem('nested too deeply', this.#position);
    const start = this.#position;
    const character = this.#text[start];
    if (character === '[') return this.#list(depth);
    if (character === '{') return this.#table(depth);
    if (character === '"' || character === "'") {
      const raw = this.#take(stringPattern, 'a string');
      return { kind: 'scalar', value: unquote(raw), dynamic: false, start, end: this.#position };
    }
    const word = this.#take(wordPattern, 'a value').trim();
    const value = word === 'true' || word === 'false' ? word === 'true' : toNumber(word);
    return { kind: 'scalar', value, dynamic: false, start, end: this.#position };
  }

  #list(depth: number): ConfigNode {
    const start = this.#position++;
    const items: ConfigNode[] = [];
    for (;;) {
      this.#skip(breakPattern);
      if (this.#text[this.#position] === ']') break;
      items.push(this.#value(depth + 1));
      this.#skip(breakPattern);
      if (this.#text[this.#position] !== ',') break;
      this.#position += 1;
    }
    this.#expect(']');
    return { kind: 'list', items, start, end: this.#position };
  }

  #table(depth: number): ConfigNode {
    const start = this.#position++;
    const entries: ConfigEntry[] = [];
    for (;;) {
      this.#skip(breakPattern);
      if (this.#text[this.#position] === '}') break;
      const keyStart = this.#position;
      const key = unquoteKey(this.#take(keyPattern, 'a key'));
      const keySpan = { start: keyStart, end: this.#position };
      this.#skip(spacePattern);
      this.#expect('=');
      entries.push({ key, keySpan, value: this.#value(depth + 1) });
      this.#skip(breakPattern);
      if (this.#text[this.#position] !== ',') break;
      this.#position += 1;
    }
    this.#expect('}');
    return { kind: 'map', entries, start, end: this.#position };
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#position;
    this.#position += pattern.exec(this.#text)?.[0].length ?? 0;
  }

  #take(pattern: RegExp, what: string): string {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text)?.[0];
    if (match === undefined || match === '') throw new SyntaxProblem(`expected ${what}`, this.#position);
    this.#position += match.length;
    return match;
  }

  #expect(word: string): void {
    if (!this.#text.startsWith(word, this.#position))
      throw new SyntaxProblem(`expected "${word}"`, this.#position);
    this.#position += word.length;
  }
}

function toNumber(word: string): string | number {
  const value = Number(word.replaceAll('_', ''));
  return Number.isNaN(value) || word === '' ? word : value;
}

function unquoteKey(key: string): string {
  return key.replace(/\s*\.\s*/g, '.').replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'/g, '$1$2');
}

const escapes: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

function unquote(raw: string): string {
  const quote = raw[0] ?? '';
  const isLong = raw.startsWith(quote.repeat(3));
  const inner = isLong ? raw.slice(3, -3).replace(/^\r?\n/, '') : raw.slice(1, -1);
  if (quote === "'") return inner;
  return inner.replace(
    /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|(\r?\n\s*)|([^]))/gi,
    (_all, short: string | undefined, long: string | undefined, fold: string | undefined, one = '') => {
      if (fold !== undefined) return '';
      const code = Number.parseInt(short ?? long ?? '', 16);
      if (Number.isNaN(code)) return escapes[one] ?? String(one);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    },
  );
}
