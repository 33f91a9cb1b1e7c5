import type { CodeCheck, CodeProblem } from '../../contracts/code-review.ts';
import { changedLinesOf } from '../lines.ts';
import { isTestPath } from '../path-roles.ts';

const javascript = /\.[cm]?[jt]sx?$/;

/** `it.only(`, `describe.concurrent.only(` (Mocha, Jest, Vitest, Playwright) and `fit(`, `fdescribe(` (Jasmine, Jest). */
const only =
  /^(?<before>\s*(?:(?:it|test|describe|context|suite|specify)(?:\.(?:concurrent|sequential|serial|parallel))*))\.only(?=\s*[.(`])/;
const focused = /^(?<before>\s*)f(?=(?:it|describe|context)\s*\()/;
/** RSpec. */
const ruby =
  /^\s*(?:fit|fdescribe|fcontext|fspecify|fexample)\b|^\s*(?:it|describe|context)\b.*(?:,\s*focus:\s*true|,\s*:focus\b)/;

/** Tests that keep the others of their file, or all of them, from running. */
export const focusedTest: CodeCheck = ({ files }) =>
  files.flatMap(file => {
    const isJavaScript = javascript.test(file.path);
    const isRuby = file.path.endsWith('_spec.rb');
    if (!isTestPath(file.path) || (!isJavaScript && !isRuby)) return [];
    return changedLinesOf(file).flatMap(({ line, text }): CodeProblem[] => {
      const found = isJavaScript ? (only.exec(text) ?? focused.exec(text)) : ruby.exec(text);
      if (found === null) return [];
      const rest = text.slice(found[0].length);
      return [
        {
          kind: 'focused-test',
          path: file.path,
          line,
          quote: text,
          message: 'This test is focused: the others do not run.',
          fix: 'Take the focus away before merging.',
          ...(isJavaScript ? { suggestion: `${found.groups?.['before'] ?? ''}${rest}` } : {}),
        },
      ];
    });
  });
