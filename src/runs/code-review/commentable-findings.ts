import type { ChangedFile } from '../../clients/github/repository-client.ts';
import type { Finding } from '../../contracts/finding.ts';
import { addedLines } from '../review/changed-lines.ts';

/**
 * Fingerprints of the findings that a comment can be put on: GitHub takes comments on lines of the diff it shows, and
 * refuses the whole review for one that is elsewhere.
 */
export function commentableFindings(
  findings: readonly Finding[],
  listed: readonly ChangedFile[],
): readonly string[] {
  const ranges = new Map(listed.map(({ path, patch }) => [path, patch && addedLines(patch).ranges]));
  return findings
    .filter(({ path, line, endLine }) =>
      (ranges.get(path) || []).some(({ start, end }) => start <= line && endLine <= end),
    )
    .map(({ fingerprint }) => fingerprint);
}
