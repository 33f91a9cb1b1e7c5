import { type ConfigEntry, type ConfigNode, maxConfigDepth } from './config-node.ts';
import { SyntaxProblem } from './syntax-problem.ts';

const numberPattern = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const spacePattern = /(?:[\s\uFEFF]+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const wordPattern = /true|false|null/y;
const stringPattern = /"(?:[^"\\\n]|\\.)*"/y;

/**
 * Reads JSON with positions (RFC 8259). Comments and trailing commas are accepted, because editors' configuration
 * files have them.
 *
 * @throws SyntaxProblem on anything else, and on nesting deeper than 200.
 */
export function parseJson(text: string): ConfigNode {
  const reader = new JsonReader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}

class JsonReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): ConfigNode {
    this.#skipSpace();
    if (depth > maxConfigDepth) throw new SyntaxProblem('nested too deeply', this.#position);
    const character = this.#text[this.#position];
    if (character === '{') return this.#map(depth);
    if (character === '[') return this.#list(depth);
    return character === '"' ? this.#string() : this.#word();
  }

  end(): void {
    this.#skipSpace();
    if (this.#position < this.#text.length) throw new SyntaxProblem('unexpected text', this.#position);
  }

  #map(depth: number): ConfigNode {
    const start = this.#position++;
    const entries: ConfigEntry[] = [];
    while (!this.#closes('}')) {
      const key = this.#string();
      this.#expect(':');
      entries.push({
        key: String(key.value),
        keySpan: { start: key.start, end: key.end },
        value: this.value(depth + 1),
      });
      if (!this.#takes(',')) {
        if (!this.#closes('}')) throw new SyntaxProblem('expected "," or "}"', this.#position);
        break;
      }
    }
    return { kind: 'map', entries, start, end: this.#position };
  }

  #list(depth: number): ConfigNode {
    const start = this.#position++;
    const items: ConfigNode[] = [];
    while (!this.#closes(']')) {
      items.push(this.value(depth + 1));
      if (!this.#takes(',')) {
        if (!this.#closes(']')) throw new SyntaxProblem('expected "," or "]"', this.#position);
        break;
      }
    }
    return { kind: 'list', items, start, end: this.#position };
  }

  #string() {
    this.#skipSpace();
    const start = this.#position;
    const raw = this.#match(stringPattern);
    if (raw === undefined) throw new SyntaxProblem('expected a string', start);
    const node = {
      kind: 'scalar',
      value: unescape(raw, start),
      dynamic: false,
      start,
      end: this.#position,
    } as const;
    return raw.includes('\\') ? node : { ...node, contentStart: start + 1 };
  }

  #word(): ConfigNode {
    const start = this.#position;
    const word = this.#match(wordPattern);
    if (word !== undefined) {
      const value = word === 'null' ? null : word === 'true';
      return { kind: 'scalar', value, dynamic: false, start, end: this.#position };
    }
    const number = this.#match(numberPattern);
    if (number === undefined) throw new SyntaxProblem('expected a value', start);
    return { kind: 'scalar', value: Number(number), dynamic: false, start, end: this.#position };
  }

  /** Consumes `character` after white space if it is next. */
  #takes(character: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#position] !== character) return false;
    this.#position += 1;
    return true;
  }

  #closes(character: string): boolean {
    return this.#takes(character);
  }

  #expect(character: string): void {
    if (!this.#takes(character)) throw new SyntaxProblem(`expected "${character}"`, this.#position);
  }

  #skipSpace(): void {
    spacePattern.lastIndex = this.#position;
    this.#position += spacePattern.exec(this.#text)?.[0].length ?? 0;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const match = pattern.exec(this.#text)?.[0];
    this.#position += match?.length ?? 0;
    return match;
  }
}

function unescape(raw: string, offset: number): string {
  if (!raw.includes('\\')) return raw.slice(1, -1);
  try {
    return String(JSON.parse(raw.replaceAll('\t', '\\t')));
  } catch {
    throw new SyntaxProblem('invalid escape in a string', offset);
  }
}
