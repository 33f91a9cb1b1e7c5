import type { ReviewFact } from '../../contracts/gate.ts';
import type { ReviewNode } from './change-schemas.ts';

const states = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  DISMISSED: 'dismissed',
} as const;

/** Of each author the newest review. One of a deleted account counts for nobody. */
export function reviewFacts(nodes: readonly ReviewNode[]): readonly ReviewFact[] {
  const newest = new Map<string, ReviewFact>();
  for (const node of nodes.toSorted((a, b) => timeOf(a) - timeOf(b))) {
    const { author, state, commit, authorCanPushToRepository: canWrite } = node;
    if (author === null) continue;
    newest.set(author.login.toLowerCase(), {
      author: author.login,
      state: states[state],
      commitSha: commit?.oid ?? null,
      canWrite,
    });
  }
  return [...newest.values()];
}

function timeOf({ submittedAt }: ReviewNode): number {
  return submittedAt === null ? 0 : new Date(submittedAt).getTime();
}
