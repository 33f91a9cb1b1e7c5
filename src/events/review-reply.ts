/** What a reply to a comment of the code review asks for. */
export type ReviewReply =
  | { readonly word: 'useful' | 'not-useful' }
  | { readonly word: 'dismiss'; readonly reason: string };

/** Longest reason that is kept, characters. */
const maxReason = 300;

const votes: readonly (readonly [RegExp, 'useful' | 'not-useful'])[] = [
  [/^(?:not (?:useful|helpful)|unhelpful|noise|false positive)[.!]*$/, 'not-useful'],
  [/^(?:useful|helpful|good catch)[.!]*$/, 'useful'],
];
const dismissal =
  /^(?:won'?t fix|wontfix|will not fix|by design|as intended)(?:[.!]*|\s*[:,–—-]\s*(?<reason>.+))$/i;

/**
 * Reads the first line of a reply by a fixed grammar; undefined for everything else, which is a conversation between
 * people and none of our business.
 */
export function readReviewReply(body: string): ReviewReply | undefined {
  const [line = ''] = body.slice(0, 1_000).split(/\r?\n/);
  const text = line.trim().replaceAll('’', "'").replace(/\s+/g, ' ');
  const vote = votes.find(([pattern]) => pattern.test(text.toLowerCase()));
  if (vote !== undefined) return { word: vote[1] };
  const match = dismissal.exec(text);
  if (match === null) return undefined;
  return { word: 'dismiss', reason: (match.groups?.['reason'] ?? 'Won’t fix.').trim().slice(0, maxReason) };
}
