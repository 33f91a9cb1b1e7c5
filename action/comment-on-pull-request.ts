import type { ReviewResult } from '../src/contracts/result.ts';
import { publicMessageOf } from '../src/errors.ts';
import { renderJobComment } from '../src/results/comment.ts';
import type { RepositoryLinks } from '../src/results/permalink.ts';
import { upsertComment } from '../src/runs/review/upsert-comment.ts';
import { nothingToTell, type Report, type Told } from './report-parts.ts';

/** Writes or edits the one comment where the event has a pull request and `comment` and the file want it. */
export async function commentOnPullRequest(
  { review, inputs, environment, client }: Report,
  links: RepositoryLinks,
): Promise<Told & { readonly fixedCount: number }> {
  const { subject } = environment;
  const configured = review.config.review.comment;
  const wanted = inputs.comment === 'true' && configured === 'never' ? 'findings' : configured;
  if (subject.kind !== 'pull-request' || inputs.comment === 'false' || wanted === 'never') {
    return { ...nothingToTell, fixedCount: 0 };
  }
  let fixedCount = 0;
  try {
    const commented = await upsertComment({
      client,
      pullRequest: subject.number,
      result: review.result,
      comment: wanted,
      render(result, previous) {
        fixedCount = fixedSince(previous ?? '', result);
        return renderJobComment({ ...result, fixedCount }, links);
      },
    });
    const stale = 'No comment was written: the pull request has a newer head, whose own job writes it.';
    return { notes: commented === 'stale' ? [stale] : [], problems: [], fixedCount };
  } catch (error) {
    const sentence = `No comment was written. ${publicMessageOf(error)}`;
    return inputs.comment === 'true'
      ? { notes: [], problems: [sentence], fixedCount }
      : { notes: [sentence], problems: [], fixedCount };
  }
}

/** How many ids of the earlier comment belong to no finding any more; 0 while something is unread. */
function fixedSince(previous: string, result: ReviewResult): number {
  if (result.notAnalysed.length > 0) return 0;
  const ids = [...previous.matchAll(/ · id `([0-9a-f]{8,16})`/g)].map(([, id = '']) => id);
  const isOpen = (id: string): boolean =>
    result.findings.some(({ fingerprint }) => fingerprint.startsWith(id));
  return [...new Set(ids)].filter(id => !isOpen(id)).length;
}
