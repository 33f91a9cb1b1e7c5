import type { CodeCheck, CodeProblem } from '../../contracts/code-review.ts';
import { linesOf } from '../lines.ts';
import { fileNameOf, isGeneratedPath, isTestPath, saysGenerated } from '../path-roles.ts';
import { lockFileNames } from './lock-file-names.ts';

/** More lines than a person reads in a sitting. */
const maxLines = 2_000;
/** Characters; a line of a minified file is longer than all of a usual one. */
const maxLength = 500_000;

/** New files that are too large to be reviewed. What tools write is not meant to be. */
export const hugeFile: CodeCheck = ({ files }) =>
  files.flatMap((file): CodeProblem[] => {
    const { path, head, status } = file;
    const isData = isGeneratedPath(path) || isTestPath(path) || lockFileNames.has(fileNameOf(path));
    if (head === undefined || status !== 'added' || isData || saysGenerated(head)) return [];
    const lines = linesOf(head);
    if (lines.length <= maxLines && head.length <= maxLength) return [];
    return [
      {
        kind: 'huge-file',
        path,
        line: 1,
        quote: lines[0] ?? '',
        message: `A new file of ${lines.length.toLocaleString('en-US')} lines (${Math.round(head.length / 1_000).toLocaleString('en-US')} KB).`,
        fix: 'Split it, or keep what a tool makes out of the repository and make it when it is needed.',
      },
    ];
  });
