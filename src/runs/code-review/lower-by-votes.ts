import type { CodeReviewResult } from '../../contracts/code-result.ts';
import { type CodeKind, type CodeReviewConfig, codeKinds } from '../../contracts/code-review.ts';
import type { Finding } from '../../contracts/finding.ts';
import { severities } from '../../contracts/severity.ts';

/** How many people with write permission called findings of a kind not useful, less those who called them useful. */
export type KindVotes = ReadonlyMap<CodeKind, number>;

/** Votes that make one step of severity. */
const votesPerStep = 2;
/** Most steps: a kind that nobody wants at all is switched off in the configuration, where that is visible. */
const maxSteps = 2;

/**
 * Findings of kinds that people here called not useful, some steps less severe, never less than `info`. A kind whose
 * severity the configuration sets stays as it is set.
 */
export function lowerByVotes(
  findings: readonly Finding[],
  votes: KindVotes,
  { kinds }: CodeReviewConfig,
): { readonly findings: readonly Finding[]; readonly lowered: CodeReviewResult['lowered'] } {
  const lowered = codeKinds.flatMap(kind => {
    const count = votes.get(kind) ?? 0;
    const steps = Math.min(maxSteps, Math.floor(count / votesPerStep));
    return steps <= 0 || kinds[kind] !== undefined ? [] : [{ kind, votes: count, steps }];
  });
  const stepsOf = new Map<string, number>(lowered.map(({ kind, steps }) => [kind, steps]));
  return {
    findings: findings.map(finding => {
      const at = severities.indexOf(finding.severity) + (stepsOf.get(finding.rule) ?? 0);
      return { ...finding, severity: severities[Math.min(at, severities.length - 1)] ?? finding.severity };
    }),
    lowered,
  };
}
