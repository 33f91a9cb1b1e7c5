import type { RunContext } from '../../contracts/engine.ts';
import { allow, type Decision } from '../../contracts/policy.ts';
import type { RepositoryRef } from '../../contracts/run.ts';
import { actorPermission } from '../../policies/index.ts';
import { reviewPullRequestCode } from '../code-review/review-pull-request-code.ts';
import { reviewPullRequest } from '../review/review-pull-request.ts';
import { type RunParts, repositoryKey } from '../run-parts.ts';

/** Fewest characters of a fingerprint that name a finding. */
const minPrefix = 6;

/** A finding that somebody wants set aside. */
export type Dismissing = {
  readonly repository: RepositoryRef;
  readonly installationId: number;
  readonly pullRequest: number;
  /** A fingerprint or a unique beginning of one. */
  readonly fingerprint: string;
  readonly reason: string;
};

/**
 * Remembers a dismissal with who gave it and why, then reviews again, so that comment and check follow. The
 * actor's role is asked for here: a button says who pressed it, not what they may do.
 */
export async function dismissFinding(
  context: RunContext,
  target: Dismissing,
  parts: RunParts,
): Promise<Decision> {
  const { actor } = context.request;
  const key = { repository: repositoryKey(target.repository), pullRequest: target.pullRequest };
  const decision = await context.step('dismiss', async (): Promise<Decision> => {
    const client = await parts.clientFor(target.installationId, target.repository);
    const allowed = actorPermission({ role: await client.roleOf(actor.login), needed: 'write' });
    if (allowed.kind !== 'allow') return allowed;
    const ofCode = await parts.store.code.findings(key);
    const known = [...(await parts.store.reviews.fingerprints(key)), ...ofCode].map(
      ({ fingerprint }) => fingerprint,
    );
    const matching = known.filter(fingerprint => fingerprint.startsWith(target.fingerprint));
    const [fingerprint] = matching;
    if (fingerprint === undefined || matching.length !== 1 || target.fingerprint.length < minPrefix) {
      return unknownFinding(matching.length);
    }
    const at = parts.now().toISOString();
    await parts.store.dismissals.add(key, {
      fingerprint,
      reason: target.reason,
      actor: actor.login,
      scope: 'pull-request',
      at,
    });
    await parts.store.audit.append({
      at,
      runId: context.request.id,
      repository: key.repository,
      actor: actor.login,
      action: 'finding.dismissed',
      details: { pullRequest: target.pullRequest, fingerprint },
    });
    return allow;
  });
  if (decision.kind === 'allow') {
    const isOfCode = (await parts.store.code.findings(key)).some(({ fingerprint }) =>
      fingerprint.startsWith(target.fingerprint),
    );
    const reviewAgain = isOfCode ? reviewPullRequestCode : reviewPullRequest;
    await reviewAgain(context, { ...target, headSha: undefined, requestedBy: 'person' }, parts);
  }
  return decision;
}

function unknownFinding(matches: number): Decision {
  return {
    kind: 'deny',
    code: matches > 1 ? 'ambiguous-finding' : 'unknown-finding',
    message:
      matches > 1
        ? `That beginning names ${matches} findings.`
        : 'There is no such finding on this pull request.',
    next: 'Copy the id from the review comment, for example `/devops dismiss 1a2b3c4d reason`.',
  };
}
