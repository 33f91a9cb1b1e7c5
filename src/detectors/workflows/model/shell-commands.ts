/** One simple command of a script. */
export type ShellCommand = {
  /** Words without quotes; expansions are left as written. */
  readonly words: readonly ShellWord[];
  /** Offset of the first word in the script. */
  readonly start: number;
  readonly end: number;
};

export type ShellWord = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
};

/**
 * Splits a script into its simple commands, well enough to recognise them by their words: quotes, comments,
 * line continuations (`\`, PowerShell's backtick, cmd's `^`), separators, and commands inside `$( )`. It is no
 * shell parser: keywords come out as words, and here-documents as commands.
 */
export function commandsOf(script: string): readonly ShellCommand[] {
  return scan(script, 0);
}

/** Deepest nesting of `$( )` in quotes that is followed. */
const maxDepth = 3;

function scan(script: string, depth: number): readonly ShellCommand[] {
  const scanner: Scanner = { script, depth, at: 0, commands: [], words: [] };
  while (scanner.at < script.length) scanNext(scanner);
  endCommand(scanner);
  return scanner.commands;
}

type Scanner = {
  readonly script: string;
  readonly depth: number;
  at: number;
  readonly commands: ShellCommand[];
  words: ShellWord[];
};

const separators = new Set([';', '&', '|', '(', ')', '\n', '}']);

function scanNext(scanner: Scanner): void {
  const { script, at } = scanner;
  const character = script[at] ?? '';
  if (isContinuation(script, at)) {
    const newline = script.indexOf('\n', at);
    scanner.at = newline + 1;
  } else if (separators.has(character) || opensGroup(script, at)) {
    endCommand(scanner);
    scanner.at++;
  } else if (character === ' ' || character === '\t' || character === '\r') {
    scanner.at++;
  } else if (character === '#') {
    const newline = script.indexOf('\n', at);
    scanner.at = newline === -1 ? script.length : newline;
  } else {
    scanWord(scanner);
  }
}

/** `{ a; }` groups commands, `{a}` is a word. */
function opensGroup(script: string, at: number): boolean {
  return script[at] === '{' && /\s/.test(script[at + 1] ?? ' ');
}

function endCommand(scanner: Scanner): void {
  const [first] = scanner.words;
  const last = scanner.words.at(-1);
  if (first !== undefined && last !== undefined) {
    scanner.commands.push({ words: scanner.words, start: first.start, end: last.end });
    scanner.words = [];
  }
}

/** Characters that mean nothing special anywhere in a word. */
const plainText = /[^\s;&|()'"\\$`^]+/y;

function scanWord(scanner: Scanner): void {
  const { script } = scanner;
  const start = scanner.at;
  let text = '';
  let at = start;
  while (at < script.length) {
    plainText.lastIndex = at;
    if (plainText.test(script)) {
      text += script.slice(at, plainText.lastIndex);
      at = plainText.lastIndex;
      continue;
    }
    const character = script[at] ?? '';
    if (isContinuation(script, at)) break;
    if (' \t\r\n;&|)'.includes(character)) break;
    if (script.startsWith('${{', at)) {
      const end = endOf(script, '}}', at + 3);
      text += script.slice(at, end);
      at = end;
    } else if (script.startsWith('$(', at)) {
      // What runs inside is a command of its own; the word around it goes on as far as we read.
      at += 2;
      text += '$(';
      break;
    } else if (character === "'" || character === '"') {
      const end = closingQuote(script, at);
      text += end === undefined ? character : script.slice(at + 1, end - 1);
      if (end !== undefined && character === '"') scanQuoted(scanner, at + 1, end - 1);
      at = end ?? at + 1;
    } else if (character === '(') {
      break;
    } else if (character === '\\' && at + 1 < script.length) {
      text += script[at + 1] ?? '';
      at += 2;
    } else {
      text += character;
      at++;
    }
  }
  scanner.at = Math.max(at, start + 1);
  scanner.words.push({ text, start, end: scanner.at });
  if (text.endsWith('$(')) endCommand(scanner);
}

/** Commands inside `"$( )"` come before the command that they are a word of. */
function scanQuoted(scanner: Scanner, start: number, end: number): void {
  const open = scanner.script.indexOf('$(', start);
  if (open === -1 || open >= end || scanner.depth >= maxDepth) return;
  const base = open + 2;
  for (const command of scan(scanner.script.slice(base, end), scanner.depth + 1)) {
    scanner.commands.push({
      words: command.words.map(word => ({ ...word, start: word.start + base, end: word.end + base })),
      start: command.start + base,
      end: command.end + base,
    });
  }
}

function isContinuation(script: string, at: number): boolean {
  const character = script[at];
  if (character !== '\\' && character !== '`' && character !== '^') return false;
  const next = script[at + 1];
  return next === '\n' || (next === '\r' && script[at + 2] === '\n');
}

/** Behind the quote that closes the one at `from`; undefined for an apostrophe in what is no shell script. */
function closingQuote(script: string, from: number): number | undefined {
  const quote = script[from] ?? '';
  for (let at = from + 1; at < script.length; at++) {
    if (quote === '"' && script[at] === '\\') at++;
    else if (script[at] === quote) return at + 1;
  }
  return undefined;
}

function endOf(script: string, needle: string, from: number): number {
  const index = script.indexOf(needle, from);
  return index === -1 ? script.length : index + needle.length;
}

/** Words that stand before a command's name without changing what runs. */
const prefixes = new Set([
  '!',
  'command',
  'do',
  'else',
  'elif',
  'env',
  'exec',
  'if',
  'nohup',
  'sudo',
  'then',
  'time',
  'until',
  'while',
]);

/** A command's words from its name on: without keywords, `sudo` and variable assignments before it. */
export function withoutPrefixes(command: ShellCommand): readonly ShellWord[] {
  const first = command.words.findIndex(
    ({ text }) => !prefixes.has(text) && !/^[A-Za-z_]\w*=/.test(text) && text !== '-E',
  );
  return first === -1 ? [] : command.words.slice(first);
}
