import type { CodeCheck, CodeProblem } from '../../contracts/code-review.ts';
import { createSafePattern } from '../../guardrails/safe-pattern/safe-pattern.ts';
import { matchesAny } from '../glob.ts';
import { changedLinesOf } from '../lines.ts';

/** Longest line that a pattern is tried on, characters. */
const maxLine = 2_000;

/** Rules of the repository that have a pattern: a changed line must not match it. The others are the model's. */
export const repositoryRule: CodeCheck = ({ files }, { config }) =>
  config.rules.flatMap(({ paths, rule, pattern, severity }) => {
    if (pattern === undefined) return [];
    const expression = createSafePattern(pattern);
    if ('problem' in expression) return [];
    const isMeant = matchesAny(paths);
    return files
      .filter(({ path }) => isMeant(path))
      .flatMap(file =>
        changedLinesOf(file).flatMap(({ line, text }): CodeProblem[] =>
          text.length <= maxLine && expression.matches(text)
            ? [
                {
                  kind: 'repository-rule',
                  path: file.path,
                  line,
                  quote: text,
                  severity,
                  message: `A rule of this repository: ${rule}`,
                  fix: 'Change the line so that it follows the rule, or change the rule in `.github/devops.yml`.',
                },
              ]
            : [],
        ),
      );
  });
