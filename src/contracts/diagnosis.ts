import { z } from 'zod';

/** What kind of thing made a job fail; `unknown` when the log does not say. */
export const failureCategories = [
  'compile',
  'type',
  'lint',
  'test',
  'dependency',
  'network',
  'out-of-memory',
  'disk',
  'timeout',
  'permission',
  'secret',
  'rate-limit',
  'runner-lost',
  'flaky',
  'infrastructure',
  'cancelled',
  'unknown',
] as const;
export type FailureCategory = (typeof failureCategories)[number];

/** A place in the repository that a tool named. Untrusted text; lines and columns are 1-based. */
const placeSchema = z.object({
  path: z.string(),
  line: z.number().int().positive().nullable(),
  column: z.number().int().positive().nullable(),
});
export type Place = z.infer<typeof placeSchema>;

/** One test that failed, as its runner names it. */
export const failedTestSchema = z.object({
  name: z.string(),
  place: placeSchema.nullable(),
  /** The assertion or error, one line. */
  message: z.string(),
  /** 1-based line of the log. */
  logLine: z.number().int().positive(),
});
export type FailedTest = z.infer<typeof failedTestSchema>;

/** One problem that a compiler, type checker or linter reported at a place. */
const problemSchema = z.object({
  place: placeSchema,
  message: z.string(),
  /** The tool's own code, for example `TS2322` or `no-unused-vars`. */
  code: z.string().nullable(),
  logLine: z.number().int().positive(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Why one step failed. Every text comes from the log and is untrusted; secrets are masked. */
export const failureSchema = z.object({
  category: z.enum(failureCategories),
  /** The program that said so, for example `tsc`, `pytest`, `npm`; null when unknown. */
  tool: z.string().nullable(),
  /** The first error, one line. */
  message: z.string(),
  /** 1-based line of the log where the first error stands. */
  line: z.number().int().positive(),
  job: z.string().nullable(),
  step: z.string().nullable(),
  /** Further jobs that failed in the same way. */
  alsoIn: z.array(z.string()),
  exitCode: z.number().int().nullable(),
  /** Where in the repository the first error points. */
  place: placeSchema.nullable(),
  /** The repository's own frames of the stacks around the first error, as they stand in the log. */
  frames: z.array(placeSchema).default([]),
  tests: z.array(failedTestSchema),
  problems: z.array(problemSchema),
  /** Failed tests and problems beyond those listed. */
  more: z.number().int().nonnegative(),
  /** The lines that matter, in order. */
  excerpt: z.array(z.object({ line: z.number().int().positive(), text: z.string() })),
  /** Why it failed, one sentence of ours. */
  why: z.string(),
  /** What to do, one sentence of ours. */
  next: z.string(),
  /** The same failure in another job or run has the same; 16 hexadecimal digits. */
  fingerprint: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

/** What a log tells: failures of the first failing step first. */
export const diagnosisSchema = z.object({
  /** `passed`: no failure in it; `incomplete`: something could not be read, listed in `gaps`. */
  outcome: z.enum(['passed', 'findings', 'incomplete']),
  failures: z.array(failureSchema),
  gaps: z.array(z.string()),
  lines: z.number().int().nonnegative(),
  /** Bytes of UTF-8. */
  bytes: z.number().int().nonnegative(),
});
export type Diagnosis = z.infer<typeof diagnosisSchema>;
