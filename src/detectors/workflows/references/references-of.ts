import type { SourceFile, Span } from '../../../contracts/detector.ts';
import { commentBehind } from '../model/action-version.ts';
import { documentOf, stepsOf, type Uses } from '../model/document.ts';
import { spanOfEntry } from '../model/yaml-access.ts';

/** A `uses:` of another repository. */
export type RepositoryReference = Span & {
  /** `owner/name` in lower case. */
  readonly repository: string;
  readonly ref: string;
  /** The version that the comment behind it names, as written; undefined when there is none. */
  readonly commentedVersion: string | undefined;
};

/**
 * The repositories that a workflow or composite action uses, so that a client knows what to ask about.
 * @throws UnparsableError when the file is not readable.
 */
export function referencesOf(file: SourceFile): readonly RepositoryReference[] {
  const document = documentOf(file);
  if (document === undefined || document.kind === 'dependabot') return [];
  const calls = document.kind === 'workflow' ? document.jobs.flatMap(job => job.uses ?? []) : [];
  const used = [...calls, ...stepsOf(document).flatMap(({ step }) => step.uses ?? [])];
  return used.flatMap(uses => toReference(uses, file.text));
}

function toReference(uses: Uses, source: string): readonly RepositoryReference[] {
  if (uses.reference?.kind !== 'repository') return [];
  const { repository, ref } = uses.reference;
  const comment = commentBehind(source, uses.scalar.end);
  const commentedVersion = /(?:^|[\s=:@])(v?\d+(?:\.\d+)*(?:-[\w.]+)?)(?=$|\s)/.exec(comment)?.[1];
  return [{ ...spanOfEntry(uses.entry), repository, ref, commentedVersion }];
}
