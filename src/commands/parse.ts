import type { Command } from '../contracts/command.ts';
import { commandLines } from './command-lines.ts';

/** Most commands taken from one comment; what is beyond is ignored. */
const maxCommands = 10;
/** Longest command line, characters; a longer line is not a command. */
const maxLineLength = 1000;

/**
 * The commands in a comment: lines that start with `/devops` at column 0, outside quotes, code and HTML
 * comments. Pure and total.
 */
export function parseCommands(body: string): readonly Command[] {
  const commands: Command[] = [];
  for (const { text, line } of commandLines(body)) {
    if (commands.length === maxCommands) break;
    if (text.length > maxLineLength) continue;
    const [first, ...words] = splitWords(text);
    if (first !== '/devops') continue;
    commands.push({ ...readWords(words), raw: text, line });
  }
  return commands;
}

type Words = Pick<Command, 'name' | 'args' | 'options'>;

/** `--name value` and `--name=value` are options; a `--` ends them, so that a reason may hold anything. */
function readWords(words: readonly string[]): Words {
  const args: string[] = [];
  const options = new Map<string, string | true>();
  let literal = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const option = literal ? null : /^--(?<name>[a-z][a-z0-9-]*)(?:=(?<value>.*))?$/s.exec(word);
    if (word === '--' && !literal) {
      literal = true;
    } else if (option === null) {
      args.push(word);
    } else {
      const next = words[index + 1];
      const takesNext =
        option.groups?.['value'] === undefined && next !== undefined && !next.startsWith('--');
      options.set(option.groups?.['name'] ?? '', option.groups?.['value'] ?? (takesNext ? next : true));
      if (takesNext) index++;
    }
  }
  const [name = 'help', ...rest] = args;
  return { name: name.toLowerCase(), args: rest, options: Object.fromEntries(options) };
}

/** Words separated by blanks; "double" and 'single' quotes keep blanks. An unclosed quote is an ordinary character. */
function splitWords(line: string): readonly string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"']|["'])+/g) ?? [];
  return words.map(word =>
    word.replace(
      /"([^"]*)"|'([^']*)'/g,
      (_whole, double?: string, single?: string) => double ?? single ?? '',
    ),
  );
}
