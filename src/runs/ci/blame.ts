import type { ChangedFile, RepositoryClient } from '../../clients/github/repository-client.ts';
import type { Failure, Place } from '../../contracts/diagnosis.ts';
import type { CiAdvice } from '../../contracts/store.ts';
import type { BlamedFailure } from '../../results/ci-comment.ts';
import { addedLines } from '../review/changed-lines.ts';

/** Lines beside a changed one that count as touched: the error shows where the change is used. */
const near = 3;

/** What a workflow run of the pull request failed with. */
type FailedWorkflow = {
  readonly workflow: string;
  readonly source?: 'workflow' | 'check';
  readonly runId: number;
  /** Its failed jobs run again. */
  readonly rerun?: boolean;
  readonly failures: readonly Failure[];
  readonly advice?: CiAdvice | null;
};

/**
 * What the change has to do with each failure: nothing when the base branch has it too (`old` are the fingerprints of
 * its failures), and perhaps everything when a place of the failure lies within three lines of a changed one.
 */
export async function blame(
  client: Pick<RepositoryClient, 'listChangedFiles'>,
  options: {
    readonly open: readonly FailedWorkflow[];
    readonly pullRequest: number;
    readonly old: ReadonlySet<string>;
  },
): Promise<readonly BlamedFailure[]> {
  const { open, pullRequest, old } = options;
  const changed = new Map((await client.listChangedFiles(pullRequest)).map(file => [file.path, file]));
  return open.flatMap(({ workflow, source = 'workflow', runId, rerun = false, failures, advice = null }) =>
    failures.map(failure => {
      const places = [
        failure.place,
        ...failure.frames,
        ...failure.tests.map(({ place }) => place),
        ...failure.problems.map(({ place }) => place),
      ];
      const known = places.filter(place => place !== null);
      // A frame on a changed line says more than one beside it.
      const touched =
        known.find(place => touches(changed, place, 0)) ?? known.find(place => touches(changed, place, near));
      return {
        workflow,
        source,
        runId,
        rerun,
        failure,
        ...(advice?.fingerprint === failure.fingerprint ? { advice } : {}),
        old: old.has(failure.fingerprint),
        ...(touched === undefined ? {} : { touched }),
      };
    }),
  );
}

/** Stack frames of some tools name the file only (`CartTest.java`); a path's end is enough to know it again. */
export function changedFileOf(
  changed: ReadonlyMap<string, ChangedFile>,
  path: string,
): ChangedFile | undefined {
  return changed.get(path) ?? [...changed.values()].find(candidate => candidate.path.endsWith(`/${path}`));
}

function touches(changed: ReadonlyMap<string, ChangedFile>, { path, line }: Place, reach: number): boolean {
  const file = changedFileOf(changed, path);
  if (file === undefined) return false;
  // Without a line, or without the diff, the file is all that is known.
  if (line === null || file.patch === undefined) return reach > 0;
  const { ranges } = addedLines(file.patch);
  return ranges.some(range => range.start - reach <= line && line <= range.end + reach);
}
