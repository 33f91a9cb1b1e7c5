import type { CodeCheck, CodeProblem } from '../../contracts/code-review.ts';
import { changedLinesOf, linesOf } from '../lines.ts';

/** A merge conflict that was committed: its start in a changed line, and its end below (git-merge(1)). */
export const conflictMarker: CodeCheck = ({ files }) =>
  files.flatMap(file => {
    const lines = linesOf(file.head ?? '');
    return changedLinesOf(file).flatMap(({ line, text }): CodeProblem[] => {
      if (!/^<{7}(?: |$)/.test(text)) return [];
      const below = lines.slice(line);
      const next = below.findIndex(other => /^<{7}(?: |$)/.test(other));
      const own = next === -1 ? below : below.slice(0, next);
      const hasMiddle = own.some(other => /^={7}$/.test(other));
      if (!hasMiddle || !own.some(other => /^>{7}(?: |$)/.test(other))) return [];
      return [
        {
          kind: 'conflict-marker',
          path: file.path,
          line,
          quote: text,
          message: 'A merge conflict was committed.',
          fix: 'Decide between the two sides and remove the markers.',
        },
      ];
    });
  });
