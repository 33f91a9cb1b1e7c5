import type { Span } from '../../../contracts/detector.ts';
import type { Script } from './document.ts';
import { scalarPositions } from './scalar-positions.ts';
import { type ShellWord, withoutPrefixes } from './shell-commands.ts';
import { expands } from './shell-taint.ts';

/** Programs that read an argument as a program of their own, and the arguments that they read so. */
const interpreters: Readonly<Record<string, RegExp>> = {
  awk: /./,
  bash: /^-\w*c$|^<<<$/,
  cmd: /^\/[ck]$/i,
  eval: /./,
  gawk: /./,
  iex: /./,
  'invoke-expression': /./,
  node: /^(?:-e|-p|--eval|--print)$/,
  perl: /^-\w*e$/,
  php: /^-r$/,
  powershell: /^-c/i,
  pwsh: /^-c/i,
  python: /^-c$/,
  python3: /^-c$/,
  ruby: /^-\w*e$/,
  sed: /./,
  sh: /^-\w*c$|^<<<$/,
  source: /^<\(/,
  su: /^-c$/,
  zsh: /^-\w*c$|^<<<$/,
};

/** A command whose program text holds one of the variables; the span is in the file. */
export type ProgramWithVariable = Span & { readonly program: string };

/** The commands of a script that read one of the variables as part of a program. */
export function programsWith(
  variables: ReadonlySet<string>,
  run: Script,
  source: string,
): readonly ProgramWithVariable[] {
  if (variables.size === 0) return [];
  const position = scalarPositions(run.script, source);
  return run.commands().flatMap(command => {
    const words = withoutPrefixes(command);
    const program = words[0]?.text.split('/').at(-1)?.toLowerCase() ?? '';
    const marks = Object.hasOwn(interpreters, program) ? interpreters[program] : undefined;
    const code = marks === undefined ? [] : codeWords(program, words.slice(1), marks);
    if (!code.some(word => expands(run.script.text.slice(word.start, word.end), variables))) return [];
    const start = position(command.start);
    return [{ program, start, end: Math.max(start, position(command.end - 1) + 1) }];
  });
}

/** Programs all of whose words are code. */
const allCode = new Set(['eval', 'iex', 'invoke-expression']);

/** The words that a program takes for code. */
function codeWords(program: string, words: readonly ShellWord[], marks: RegExp): readonly ShellWord[] {
  if (allCode.has(program)) return words;
  if (marks.source === '.')
    return scriptWords(words.filter((word, at) => !isData(program, word, words[at - 1])));
  const mark = words.findIndex(({ text }) => marks.test(text));
  return mark === -1 ? [] : words.slice(mark + 1, mark + 2);
}

/** `sed` and `awk` take the first plain word, or those behind `-e`, for their program. */
function scriptWords(words: readonly ShellWord[]): readonly ShellWord[] {
  const given = words.filter((_, at) => /^(?:-\w*e|--expression)$/.test(words[at - 1]?.text ?? ''));
  return given.length > 0 ? given : words.filter(({ text }) => !text.startsWith('-')).slice(0, 1);
}

/** `awk -v name=value` is data. */
function isData(program: string, word: ShellWord, before: ShellWord | undefined): boolean {
  return (
    program.endsWith('awk') && (before?.text === '-v' || before?.text === '-F' || word.text.startsWith('-v'))
  );
}
