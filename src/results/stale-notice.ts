import type { StaleConfig } from '../contracts/triage.ts';
import { renderAnswer } from './answer.ts';

/** The comment that tells an issue to be stale; a comment of its own, because an edit would notify nobody. */
export function renderStaleNotice({ days, closeAfterDays }: StaleConfig): string {
  const what =
    closeAfterDays === null
      ? 'Nothing happens by itself.'
      : `Without a word it is closed in ${closeAfterDays} ${closeAfterDays === 1 ? 'day' : 'days'}, and can be opened again at any time.`;
  return renderAnswer(
    'stale',
    `Nobody has touched this issue for ${days} days. Does it still hold? A comment or an edit is enough to keep it open. ${what}`,
  );
}
