import { z } from 'zod';
import { confidences, severities } from '../../contracts/severity.ts';
import { userRuleLanguages } from '../../contracts/user-rule.ts';
import { glob } from '../setting.ts';

/** Longest pattern, query or regular expression, characters. */
const maxSearch = 2000;

const sentence = z.string().min(1).max(500);
const search = z.string().min(1).max(maxSearch);
const searches = z.union([search, z.array(search).min(1).max(20)]);

const regularExpression = z
  .string()
  .min(1)
  .max(200)
  .superRefine((value, context) => {
    try {
      new RegExp(value, 'u');
    } catch {
      context.addIssue({
        code: 'custom',
        message: 'is no regular expression of JavaScript (with the flag u)',
      });
    }
  });

/** A qualified name as the engine of the code rules has it: `child_process.exec`, `*.query`, `request.args`. */
const name = z
  .string()
  .max(200)
  .regex(
    /^(?:\*\.)?[\w$@/-]+(?:\.[\w$]+)*(?:\(\))?$/,
    'must be a name such as `child_process.exec` or `*.query`',
  );

const sink = z.union([
  name,
  z.strictObject({
    call: name,
    arguments: z
      .array(z.union([z.int().min(0).max(20), z.string().regex(/^(?:\d+:)?[\w$]+$/)]))
      .min(1)
      .max(20)
      .optional(),
  }),
]);

const example = z.union([
  z.string().max(10_000),
  z.strictObject({ path: z.string().min(1).max(200), text: z.string().max(10_000) }),
]);

const ruleSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be words of a-z and 0-9 joined by hyphens')
      .max(60),
    title: z.string().min(1).max(100).optional(),
    message: sentence,
    severity: z.enum(severities),
    confidence: z.enum(confidences).optional(),
    cwe: z.union([z.string(), z.array(z.string()).max(10)]).optional(),
    why: sentence.optional(),
    fix: sentence.optional(),
    references: z
      .array(z.url({ protocol: /^https?$/ }))
      .max(20)
      .optional(),
    languages: z.array(z.enum(userRuleLanguages)).min(1),
    paths: z
      .strictObject({ include: z.array(glob).max(50).optional(), exclude: z.array(glob).max(50).optional() })
      .optional(),
    pattern: searches.optional(),
    not: searches.optional(),
    where: z
      .record(
        z.string().regex(/^\$[A-Z_][A-Z0-9_]*$/, 'must be a metavariable such as $NAME'),
        z.strictObject({ matches: regularExpression.optional(), not: regularExpression.optional() }),
      )
      .optional(),
    query: search.optional(),
    taint: z
      .strictObject({
        sources: z.array(name).min(1).max(100).optional(),
        sinks: z.array(sink).min(1).max(100),
        sanitizers: z.array(name).max(100).optional(),
      })
      .optional(),
    examples: z
      .strictObject({ bad: z.array(example).max(20).optional(), good: z.array(example).max(20).optional() })
      .optional(),
  })
  .superRefine((rule, context) => {
    const kinds = (['pattern', 'query', 'taint'] as const).filter(kind => rule[kind] !== undefined);
    if (kinds.length !== 1)
      context.addIssue({
        code: 'custom',
        message: 'A rule has exactly one of `pattern`, `query` and `taint`.',
      });
    if (rule.pattern === undefined && (rule.not !== undefined || rule.where !== undefined))
      context.addIssue({ code: 'custom', message: '`not` and `where` belong to `pattern`.' });
  });

/** A file of `.github/devops/rules` as written. */
export const userRulesSchema = z.strictObject({ rules: z.array(ruleSchema).min(1).max(100) });

export type WrittenUserRule = z.infer<typeof ruleSchema>;
