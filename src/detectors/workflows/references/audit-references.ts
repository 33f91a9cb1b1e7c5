import type { RawFinding, SourceFile } from '../../../contracts/detector.ts';
import type { RepositoryFacts } from '../../../contracts/outside.ts';
import { isCommitHash } from '../model/action-reference.ts';
import { type RepositoryReference, referencesOf } from './references-of.ts';
import { compareVersions, isInRange, parseVersion } from './version-range.ts';

/** The audits that need facts from GitHub; named as zizmor names them. */
export type ReferenceAudit =
  | 'impostor-commit'
  | 'known-vulnerable-actions'
  | 'ref-confusion'
  | 'ref-version-mismatch'
  | 'stale-action-refs';

/** Facts by `owner/name` in lower case; `unavailable` when they could not be had. */
type FactsByRepository = ReadonlyMap<string, RepositoryFacts | 'unavailable'>;

export type ReferenceFinding = RawFinding & { readonly rule: ReferenceAudit };

/**
 * Audits what a workflow or composite action uses against facts from GitHub. Repositories without facts are
 * returned as `unknown`: a result with such gaps is incomplete, not clean.
 * @throws UnparsableError when the file is not readable.
 */
export function auditReferences(
  file: SourceFile,
  facts: FactsByRepository,
): { readonly findings: readonly ReferenceFinding[]; readonly unknown: readonly string[] } {
  const findings: ReferenceFinding[] = [];
  const unknown = new Set<string>();
  for (const reference of referencesOf(file)) {
    const known = facts.get(reference.repository) ?? 'unavailable';
    if (known === 'unavailable') unknown.add(reference.repository);
    else findings.push(...audits.flatMap(audit => audit(reference, known)));
  }
  return { findings, unknown: [...unknown].toSorted() };
}

type Audit = (reference: RepositoryReference, facts: RepositoryFacts) => readonly ReferenceFinding[];

const audits: readonly Audit[] = [findImpostor, findVulnerable, findConfusion, findMismatch, findStale];

function findImpostor(reference: RepositoryReference, facts: RepositoryFacts): readonly ReferenceFinding[] {
  if (!isCommitHash(reference.ref) || facts.reachable.get(reference.ref.toLowerCase()) !== false) return [];
  const message = `The commit is not part of \`${reference.repository}\`; it comes from a fork.`;
  return [report('impostor-commit', reference, { severity: 'high', confidence: 'high', message })];
}

function findVulnerable(reference: RepositoryReference, facts: RepositoryFacts): readonly ReferenceFinding[] {
  const version = versionOfReference(reference, facts);
  if (version === undefined) return [];
  return facts.advisories
    .filter(advisory => isInRange(version, advisory.range) === true)
    .map(({ id, severity }) =>
      report('known-vulnerable-actions', reference, {
        severity,
        confidence: 'high',
        message: `\`${reference.repository}\` ${version.join('.')} is affected by ${id}.`,
      }),
    );
}

function findConfusion(reference: RepositoryReference, facts: RepositoryFacts): readonly ReferenceFinding[] {
  if (!facts.branches.has(reference.ref) || !facts.tags.has(reference.ref)) return [];
  const message = `\`${reference.repository}\` has both a branch and a tag of this name.`;
  return [report('ref-confusion', reference, { severity: 'medium', confidence: 'high', message })];
}

function findMismatch(reference: RepositoryReference, facts: RepositoryFacts): readonly ReferenceFinding[] {
  const { commentedVersion: version } = reference;
  if (!isCommitHash(reference.ref) || version === undefined) return [];
  const commit = facts.tags.get(version) ?? facts.tags.get(`v${version}`) ?? facts.tags.get(version.slice(1));
  if (commit === reference.ref.toLowerCase()) return [];
  const message =
    commit === undefined
      ? 'The comment names a version that the repository does not have.'
      : 'The commit is not the one of the version in the comment.';
  return [report('ref-version-mismatch', reference, { severity: 'medium', confidence: 'high', message })];
}

function findStale(reference: RepositoryReference, facts: RepositoryFacts): readonly ReferenceFinding[] {
  if (!isCommitHash(reference.ref) || tagsAt(reference.ref, facts).length > 0) return [];
  const message = 'No tag points at this commit: it is no release.';
  return [report('stale-action-refs', reference, { severity: 'info', confidence: 'high', message })];
}

/** The most exact version that names the commit: `v4` may be `v4.2.2`. */
function versionOfReference(
  reference: RepositoryReference,
  facts: RepositoryFacts,
): readonly number[] | undefined {
  const commit = isCommitHash(reference.ref)
    ? reference.ref
    : (facts.tags.get(reference.ref) ?? facts.branches.get(reference.ref));
  const exact = (commit === undefined ? [] : tagsAt(commit, facts))
    .flatMap(tag => [parseVersion(tag)])
    .filter(version => version !== undefined)
    .toSorted((a, b) => b.length - a.length || compareVersions(b, a));
  return exact[0] ?? parseVersion(reference.ref) ?? parseVersion(reference.commentedVersion ?? '');
}

function tagsAt(commit: string, facts: RepositoryFacts): readonly string[] {
  return [...facts.tags].filter(([, hash]) => hash === commit.toLowerCase()).map(([tag]) => tag);
}

function report(
  rule: ReferenceAudit,
  { start, end }: RepositoryReference,
  details: Pick<ReferenceFinding, 'severity' | 'confidence' | 'message'>,
): ReferenceFinding {
  return { rule, start, end, ...details };
}
