import { z } from 'zod';
import type { FailureCategory } from '../contracts/diagnosis.ts';
import { type Clue, placeOf, type Recogniser, type Recognition, weights } from './clue.ts';

const group = z.number().int().nonnegative();

/** One line of a problem; numbers are groups of `regexp`. */
const patternSchema = z.object({
  regexp: z.string().min(1).max(2_000),
  file: group.optional(),
  fromPath: group.optional(),
  line: group.optional(),
  column: group.optional(),
  severity: group.optional(),
  code: group.optional(),
  message: group.optional(),
  /** The last of several lines may come again and again, a problem each. */
  loop: z.boolean().optional(),
});

const matcherSchema = z.object({
  owner: z.string().min(1),
  severity: z.string().optional(),
  pattern: z.array(patternSchema).min(1).max(20),
});

/**
 * A file of problem matchers, as `::add-matcher::` takes it
 * (https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md).
 */
const problemMatchersSchema = z.object({ problemMatcher: z.array(matcherSchema).min(1).max(50) });

type Matcher = z.infer<typeof matcherSchema>;
type Pattern = z.infer<typeof patternSchema> & { readonly expression: RegExp };

/** What a problem matcher finds, or the reason why the file is none. */
export function readProblemMatchers(
  text: string,
):
  | { readonly kind: 'matchers'; readonly recognitions: readonly Recognition[] }
  | { readonly kind: 'invalid'; readonly reason: string } {
  try {
    const parsed = problemMatchersSchema.safeParse(JSON.parse(text.replace(/^\ufeff/, '')));
    if (!parsed.success) return { kind: 'invalid', reason: z.prettifyError(parsed.error) };
    return { kind: 'matchers', recognitions: parsed.data.problemMatcher.map(recognitionOf) };
  } catch (error) {
    // Neither JSON nor a regular expression is ours.
    return { kind: 'invalid', reason: error instanceof Error ? error.message : 'not JSON' };
  }
}

function recognitionOf(matcher: Matcher): Recognition {
  const { owner, pattern } = matcher;
  const misplaced = pattern.some(({ loop }, at) => loop === true && (at === 0 || at < pattern.length - 1));
  if (misplaced) throw new Error(`${owner}: only the last of several patterns may loop`);
  if (pattern.at(-1)?.message === undefined) throw new Error(`${owner}: the last pattern has no message`);
  const patterns = pattern.map(one => ({ ...one, expression: new RegExp(one.regexp) }));
  const [first] = patterns;
  return {
    tool: owner,
    trigger: first?.expression ?? /(?!)/,
    create: emit => createRecogniser({ matcher, patterns }, emit),
  };
}

type Found = Readonly<
  Partial<Record<'file' | 'fromPath' | 'line' | 'column' | 'severity' | 'code' | 'message', string>>
>;

function createRecogniser(
  { matcher, patterns }: { readonly matcher: Matcher; readonly patterns: readonly Pattern[] },
  emit: (clue: Clue) => void,
): Recogniser {
  const last = patterns.length - 1;
  let at = 0;
  let found: Found = {};
  const start = (): void => {
    at = 0;
    found = {};
  };
  const step = (text: string, number: number): boolean => {
    const pattern = patterns[at];
    const match = pattern?.expression.exec(text);
    if (pattern === undefined || match === undefined || match === null) return false;
    const all = { ...found, ...captured(pattern, match) };
    if (at < last) {
      at += 1;
      found = all;
      return true;
    }
    const clue = clueOf(matcher, all, number);
    if (clue !== undefined) emit(clue);
    if (pattern.loop !== true) start();
    return true;
  };
  return {
    get open() {
      return at > 0;
    },
    read(text, number) {
      if (step(text, number) || at === 0) return;
      // A line that does not go on may begin the next problem.
      start();
      step(text, number);
    },
  };
}

function captured(pattern: Pattern, match: RegExpExecArray): Found {
  const names = ['file', 'fromPath', 'line', 'column', 'severity', 'code', 'message'] as const;
  return Object.fromEntries(
    names.flatMap(name => {
      const index = pattern[name];
      const value = index === undefined ? undefined : match[index];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function clueOf({ owner, severity }: Matcher, found: Found, line: number): Clue | undefined {
  const level = (found.severity ?? severity ?? 'error').toLowerCase();
  // GitHub takes what is neither a warning nor a notice for an error.
  if (/^(?:warning|notice|info)/.test(level) || (found.message ?? '').trim() === '') return undefined;
  return {
    tool: owner,
    category: categoryOf(owner),
    line,
    message: (found.message ?? '').trim(),
    weight: weights.cause,
    ...(found.file === undefined ? {} : { place: placeOf(found.file, found.line, found.column) }),
    ...(found.code === undefined ? {} : { code: found.code }),
  };
}

/** A matcher says where, not what kind; its owner's name is that of a tool. */
function categoryOf(owner: string): FailureCategory {
  if (/test|jest|mocha|rspec|jasmine|karma/i.test(owner)) return 'test';
  if (/tsc|typescript|mypy|pyright|flow/i.test(owner)) return 'type';
  if (/lint|style|format|check|flake8|ruff|rubocop|prettier|biome|stylish|compact/i.test(owner))
    return 'lint';
  return 'compile';
}
