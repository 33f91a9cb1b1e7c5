import type { CodeCheck, CodeProblem } from '../../contracts/code-review.ts';
import { isChangedLine, lineAt, linesOf } from '../lines.ts';
import { isMigrationPath, migrationRisks } from '../migrations/frameworks.ts';
import { isTestPath } from '../path-roles.ts';

/** Migrations that lose data, lock tables or break the running release, and old ones that were edited. */
export const riskyMigration: CodeCheck = ({ files }) =>
  files.flatMap((file): CodeProblem[] => {
    const { path, head } = file;
    if (head === undefined || isTestPath(path) || !isMigrationPath(path)) return [];
    const lines = linesOf(head);
    const problems = migrationRisks(path, head).flatMap(({ offset, what, fix, severity }): CodeProblem[] => {
      const line = lineAt(head, offset);
      if (!isChangedLine(file, line)) return [];
      return [
        { kind: 'risky-migration', path, line, quote: lines[line - 1] ?? '', message: what, fix, severity },
      ];
    });
    return problems;
  });
