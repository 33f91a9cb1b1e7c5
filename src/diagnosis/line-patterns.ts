import type { FailureCategory } from '../contracts/diagnosis.ts';
import { type Clue, placeOf, type Recognition, weights } from './clue.ts';

/** One line that says what is wrong, by named groups: `message`, and where there are `path`, `line`, `column`, `code`, `test`. */
export type LinePattern = {
  readonly pattern: RegExp;
  readonly category: FailureCategory | ((groups: Groups) => FailureCategory);
  /** Default: `cause`. */
  readonly weight?: number;
  /** Default: the group `message`, else the whole line. */
  readonly message?: (groups: Groups) => string;
};

type Groups = Readonly<Record<string, string | undefined>>;

/** A program whose errors are single lines. The first pattern that fits counts. */
export function recogniseLines(tool: string, trigger: RegExp, patterns: readonly LinePattern[]): Recognition {
  return {
    tool,
    trigger,
    create: emit => ({
      open: false,
      read(text, number) {
        const clue = readPatterns(patterns, { tool, text, number });
        if (clue !== undefined) emit(clue);
      },
    }),
  };
}

/** The clue of the first pattern that fits a line. */
export function readPatterns(
  patterns: readonly LinePattern[],
  { tool, text, number }: { readonly tool: string; readonly text: string; readonly number: number },
): Clue | undefined {
  for (const { pattern, category, weight, message } of patterns) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const groups: Groups = match.groups ?? {};
    const path = groups['path'];
    const code = groups['code'];
    const test = groups['test'];
    return {
      tool,
      category: typeof category === 'function' ? category(groups) : category,
      line: number,
      message: (message?.(groups) ?? groups['message'] ?? text).trim(),
      weight: weight ?? weights.cause,
      ...(path === undefined ? {} : { place: placeOf(path, groups['line'], groups['column']) }),
      ...(code === undefined ? {} : { code }),
      ...(test === undefined ? {} : { test: test.trim() }),
    };
  }
  return undefined;
}
