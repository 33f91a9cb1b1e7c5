import type { z } from 'zod';
import { closest } from '../did-you-mean.ts';
import { quoted } from './config-problem.ts';

/** What a schema issue means to the person who wrote the file. */
export type IssueDescription = {
  readonly path: readonly PropertyKey[];
  /** Whether the problem is the key itself rather than its value. */
  readonly atKey: boolean;
  readonly message: string;
  readonly suggestion?: string | undefined;
};

/** Sentences for one issue; an issue about several unknown keys becomes several. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  found: (path: readonly PropertyKey[]) => unknown,
  keysAt: (path: readonly PropertyKey[]) => readonly string[],
): readonly IssueDescription[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(issue.path);
    return issue.keys.map(key => ({
      path: [...issue.path, key],
      atKey: true,
      message: `Unknown setting ${quoted(key)}. Known here: ${known.join(', ')}.`,
      suggestion: closest(key, known),
    }));
  }
  const inner = issuesOfFittingBranch(issue);
  if (inner !== undefined) return inner.flatMap(other => describeIssue(other, found, keysAt));
  const value = found(issue.path);
  const name = issue.path.map(String).join('.') || 'the file';
  const { message, suggestion } = sentence(issue, name, value);
  const atKey = value === undefined || value === null || issue.code === 'invalid_key';
  return [{ path: issue.path, atKey, message, suggestion }];
}

function sentence(
  issue: z.core.$ZodIssue,
  name: string,
  value: unknown,
): { readonly message: string; readonly suggestion?: string | undefined } {
  if (value === undefined) {
    const choices = choicesOf(issue);
    return { message: `${name} is missing${choices === undefined ? '' : `: ${choices.join(', ')}`}.` };
  }
  if (value === null) {
    return { message: `${name} is empty; give it a value (${expectation(issue)}) or remove the line.` };
  }
  if (issue.code === 'custom') {
    const suggestion: unknown = issue.params?.['suggestion'];
    return {
      message: `${name}: ${issue.message}.`,
      ...(typeof suggestion === 'string' ? { suggestion } : {}),
    };
  }
  if (issue.code === 'invalid_key') {
    const form = issue.issues.map(expectation).join(' or ');
    return { message: `${quoted(issue.path.at(-1))} cannot be a name here; it must be ${form}.` };
  }
  const choices = choicesOf(issue);
  if (choices === undefined) {
    return { message: `${name} must be ${expectation(issue)}, not ${quoted(value)}.` };
  }
  const values = choices.map(String);
  return {
    message: `${name} must be ${values.length === 1 ? '' : 'one of '}${values.join(', ')}, not ${quoted(value)}.`,
    suggestion: typeof value === 'string' ? closest(value, values) : undefined,
  };
}

/**
 * Of a setting that takes several forms, what is wrong with the one form that was meant: the one that the value's type
 * and most of its parts fit. Undefined when that is not clear.
 */
function issuesOfFittingBranch(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  const fitting = issue.errors
    .filter(branch => branch.every(({ path, code }) => path.length > 0 || code !== 'invalid_type'))
    .toSorted((a, b) => a.length - b.length);
  const [only, next] = fitting;
  if (only === undefined || only.length === next?.length) return undefined;
  return only.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** The values to choose from; of a block that depends on its `type`, the types. */
function choicesOf(issue: z.core.$ZodIssue): readonly unknown[] | undefined {
  if (issue.code === 'invalid_value') return issue.values;
  const isByType = issue.code === 'invalid_union' && issue.errors.length === 0;
  return isByType && 'options' in issue && Array.isArray(issue.options) ? issue.options : undefined;
}

const typeNames: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  object: 'a block of settings',
  record: 'a block of settings',
  array: 'a list',
};

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? issue.expected;
    case 'too_small':
      return `at least ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array'
        ? `a list of at most ${issue.maximum} entries`
        : `at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'regex' ? `of the form ${issue.pattern}` : 'a URL';
    case 'invalid_value':
      return issue.values.map(String).join(' or ');
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap(branch => branch.slice(0, 1).map(expectation)))].join(' or ');
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return 'valid';
  }
}
