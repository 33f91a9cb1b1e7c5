import { z } from 'zod';
import { globProblem } from './path-filter.ts';

/** A setting that may be left out: its description and the default that editors show. */
export function setting<T extends z.ZodType>(
  type: T,
  description: string,
  standard?: unknown,
): z.ZodOptional<T> {
  return type.optional().meta({ description, ...(standard === undefined ? {} : { default: standard }) });
}

/** A setting that must be given. */
export function needed<T extends z.ZodType>(type: T, description: string): T {
  return type.meta({ description });
}

/** A glob that `createPathFilter` takes; for paths and for branch names. */
export const glob = z.string().superRefine((value, context) => {
  const problem = globProblem(value);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: `the glob ${problem}` });
});
