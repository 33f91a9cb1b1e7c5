import { z } from 'zod';
import { codeKinds } from '../contracts/code-review.ts';
import { severities } from '../contracts/severity.ts';
import { createSafePattern } from '../guardrails/safe-pattern/safe-pattern.ts';
import { defaultConfig } from './default-config.ts';
import { glob, needed, setting } from './setting.ts';

const { code } = defaultConfig.review;

const severity = z.enum(severities);
const globs = z.union([glob, z.array(glob).min(1).max(50)]);

const pattern = z
  .string()
  .max(500)
  .superRefine((value, context) => {
    const compiled = createSafePattern(value);
    if ('problem' in compiled)
      context.addIssue({ code: 'custom', message: `the pattern ${compiled.problem}` });
  });

/** A record of severities by rule id, or a list that holds rules in plain language too. */
export const severityByRule = z.record(z.string(), z.enum(['off', ...severities]));

const plainRule = z.strictObject({
  paths: needed(globs, 'Globs of the paths that the rule is for.'),
  rule: needed(z.string().min(1).max(1_000), 'The rule in plain language, for the model and for people.'),
  pattern: setting(
    pattern,
    'A regular expression that a changed line must not match: then code finds where the rule is broken, without a model.',
  ),
  severity: setting(severity, 'How severe it is to break the rule.', 'medium'),
});
const severityRule = z.strictObject({
  id: needed(z.string().min(1).max(200), 'The id of a rule of the security review.'),
  severity: needed(z.enum(['off', ...severities]), '`off`, or the severity that its findings get.'),
});

/** `review.rules`: either form. */
export const rulesSchema = z.union([severityByRule, z.array(z.union([plainRule, severityRule])).max(100)]);

/** The settings of the code review beside `rules`. */
export const codeReviewSettings = {
  ignore: setting(
    z
      .array(
        z.union([
          glob,
          z.strictObject({
            paths: needed(globs, 'Globs of paths.'),
            kinds: needed(z.array(z.enum(codeKinds)).min(1), 'Kinds of findings that are not wanted there.'),
          }),
        ]),
      )
      .max(100),
    'Globs of paths that the code review leaves out, or leaves out for some kinds. Read from the default branch.',
    code.ignore,
  ),
  'max-comments': setting(
    z.int().min(0).max(50),
    'Most comments of the code review on lines of one pull request; the most important come first.',
    code.maxComments,
  ),
  tests: setting(
    z
      .array(
        z.strictObject({
          source: needed(glob, 'Glob of source files.'),
          test: needed(
            z.union([z.string().min(1).max(200), z.array(z.string().min(1).max(200)).min(1).max(10)]),
            'Where their tests are: `{dir}` stands for the folder below the glob’s fixed part, `{name}` for the file’s bare name.',
          ),
        }),
      )
      .max(50),
    'Which test belongs to which source file. With it, only these sources are asked for tests; without it, names decide.',
    code.tests,
  ),
  kinds: setting(
    z.partialRecord(z.enum(codeKinds), z.enum(['off', ...severities])),
    'Kinds of the code review: `off`, or the severity their findings get.',
    code.kinds,
  ),
};
