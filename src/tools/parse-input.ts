import { z } from 'zod';
import type { ToolRefusal, ToolSpecification } from '../contracts/tool.ts';
import { didYouMean } from '../did-you-mean.ts';

/** Parameters that were parsed, or one sentence per problem, written for the model or the person who sent them. */
export type ParsedInput =
  | { readonly kind: 'parsed'; readonly input: Readonly<Record<string, unknown>> }
  | ToolRefusal;

/** Longest piece of what was sent that an answer repeats, UTF-16 code units. */
const maxQuoted = 60;

/**
 * Parses a tool's parameters, given as JSON text (as models send them) or as a value. A `null` where a parameter is
 * optional counts as not given, because strict modes of providers cannot leave one out.
 */
export function parseToolInput(tool: ToolSpecification, given: unknown): ParsedInput {
  const value = typeof given === 'string' ? parseJson(given) : { ok: true as const, value: given };
  if (!value.ok) return invalid(tool, [`the parameters are not valid JSON (${value.reason})`]);
  const object = value.value ?? {};
  if (typeof object !== 'object' || Array.isArray(object))
    return invalid(tool, [`the parameters must be a JSON object, not ${quoted(object)}`]);
  const parsed = strictParameters(tool).safeParse(withoutNulls(tool, object));
  if (parsed.success) return { kind: 'parsed', input: parsed.data };
  return invalid(
    tool,
    parsed.error.issues.flatMap(issue => sentences(issue, tool, object)),
  );
}

/** The parameters, unknown names refused; those of others' tools that take any stay open. */
export function strictParameters({ parameters }: Pick<ToolSpecification, 'parameters'>): z.ZodObject {
  return parameters.def.catchall === undefined ? z.strictObject(parameters.shape) : parameters;
}

function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string } {
  if (text.trim() === '') return { ok: true, value: {} };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message.slice(0, 120) : 'unreadable' };
  }
}

function withoutNulls(tool: ToolSpecification, object: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(([key, value]) => {
      const type = Object.hasOwn(tool.parameters.shape, key) ? tool.parameters.shape[key] : undefined;
      return value !== null || type === undefined || accepts(type, null) || !accepts(type, undefined);
    }),
  );
}

function accepts(type: z.core.$ZodType, value: unknown): boolean {
  return z.safeParse(type, value).success;
}

function invalid(tool: ToolSpecification, problems: readonly string[]): ToolRefusal {
  const names = Object.keys(tool.parameters.shape);
  const known = names.length === 0 ? 'It takes no parameters.' : `Its parameters: ${names.join(', ')}.`;
  return {
    kind: 'refused',
    code: 'invalid-input',
    message: `${tool.name}: ${problems.slice(0, 8).join('; ')}. ${known}`,
  };
}

function sentences(issue: z.core.$ZodIssue, tool: ToolSpecification, given: object): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? Object.keys(tool.parameters.shape) : [];
    return issue.keys.map(key =>
      `unknown parameter ${quoted(key)}.${didYouMean(key, known)}`.replace(/\.$/, ''),
    );
  }
  const name = `"${issue.path.map(String).join('.')}"`;
  const value = valueAt(given, issue.path);
  if (value === undefined) return [`${name} is required`];
  if (issue.code === 'custom') return [`${name} ${issue.message}, not ${quoted(value)}`];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const hint = typeof value === 'string' ? didYouMean(value, values) : '';
    return [
      `${name} must be ${values.length === 1 ? '' : 'one of '}${values.join(', ')}, not ${quoted(value)}.${hint}`.replace(
        /\.$/,
        '',
      ),
    ];
  }
  return [`${name} must be ${expectation(issue)}, not ${quoted(value)}`];
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`;
  if (issue.code === 'too_small') return `at least ${issue.minimum}${unitOf(issue.origin)}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}${unitOf(issue.origin)}`;
  if (issue.code === 'invalid_format') {
    // A message of the tool's own says what is wanted; zod's repeats the pattern.
    return issue.message.startsWith('Invalid ')
      ? `of the form ${issue.pattern ?? issue.format}`
      : issue.message;
  }
  return issue.message.replace(/^Invalid input: /, '');
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' elements' : '';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined,
    value,
  );
}

function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length <= maxQuoted ? text : `${text.slice(0, maxQuoted)}…`;
}
