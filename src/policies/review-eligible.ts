import type { Config } from '../contracts/config.ts';
import { allow, type Decision } from '../contracts/policy.ts';

/** What decides whether a pull request is reviewed without anybody asking. */
export type ReviewFacts = {
  readonly open: boolean;
  readonly draft: boolean;
  readonly author: { readonly login: string; readonly bot: boolean };
  /** A person asked for it: drafts, bots and `enabled: false` do not stand in the way. */
  readonly requested: boolean;
};

/** Whether a pull request is reviewed. */
export function reviewEligible(facts: ReviewFacts, review: Config['review']): Decision {
  if (!facts.open)
    return skip('pull-request-closed', 'The pull request is not open.', 'Reopen it to have it reviewed.');
  if (facts.requested) return allow;
  const next = 'Comment `/devops review` to have it reviewed now.';
  if (!review.enabled)
    return skip('review-disabled', 'Reviews are switched off in .github/devops.yml.', next);
  if (facts.draft && !review.drafts)
    return skip('draft', 'Drafts are reviewed when they are marked ready.', next);
  if (facts.author.bot && !reviewsBot(review.bots, facts.author.login)) {
    return skip('bot-author', 'Pull requests by this bot are not reviewed.', next);
  }
  return allow;
}

function reviewsBot(bots: Config['review']['bots'], login: string): boolean {
  return typeof bots === 'boolean' ? bots : bots.includes(login.replace(/\[bot\]$/, ''));
}

function skip(code: string, message: string, next: string): Decision {
  return { kind: 'deny', code, message, next };
}
