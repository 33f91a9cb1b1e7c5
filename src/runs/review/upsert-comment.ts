import type { OwnComment, RepositoryClient } from '../../clients/github/repository-client.ts';
import type { Config } from '../../contracts/config.ts';
import type { ReviewResult } from '../../contracts/result.ts';
import { findMarker } from '../../results/review-marker.ts';

/** What became of the comment; `stale` when the pull request has a newer head, whose own run writes it. */
export type Commented = 'written' | 'silent' | 'stale';

/** Writes the pull request's one comment, or edits the one that is there; the App and the Action both do. */
export async function upsertComment(options: {
  readonly client: Pick<RepositoryClient, 'conversation' | 'createComment' | 'updateComment'>;
  readonly pullRequest: number;
  readonly result: ReviewResult;
  /** When a comment is written. */
  readonly comment: Config['review']['comment'];
  /** `previous` is the text of the comment that is there. */
  readonly render: (result: ReviewResult, previous: string | undefined) => string;
}): Promise<Commented> {
  const { client, pullRequest, result, comment } = options;
  const { headSha, ownComments } = await client.conversation(pullRequest);
  if (headSha !== result.headSha) return 'stale';
  const existing = ownComments.find(({ body }) => findMarker(body) !== undefined);
  if (!isWorthSaying(result, comment, existing)) return 'silent';
  const body = options.render(result, existing?.body);
  if (existing === undefined) await client.createComment(pullRequest, body);
  else if (existing.body !== body) await client.updateComment(existing.id, body);
  return 'written';
}

/** Silent when clean; a comment that is already there is always brought up to date. */
function isWorthSaying(
  result: ReviewResult,
  comment: Config['review']['comment'],
  existing: OwnComment | undefined,
): boolean {
  if (comment === 'never') return false;
  if (comment === 'always' || existing !== undefined) return true;
  return result.outcome !== 'passed' || result.warnings.length > 0;
}
