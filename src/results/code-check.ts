import type { CodeReviewResult } from '../contracts/code-result.ts';
import { type RenderedCheckRun, renderCheckRun } from './check-run.ts';
import { type CodeReviewLinks, codeVerdict } from './code-comment.ts';
import { truncate } from './untrusted-text.ts';

/**
 * The check run of a code review. Findings that have a comment on their line get no annotation as well: the same place
 * would say it twice.
 */
export function renderCodeCheck(
  result: CodeReviewResult,
  links: CodeReviewLinks,
  commented: ReadonlySet<string>,
): RenderedCheckRun {
  const rendered = renderCheckRun(
    result,
    { ...links, baseSha: links.baseSha },
    {
      isAnnotated: ({ fingerprint, onBase }) => onBase !== true && !commented.has(fingerprint),
      what: 'kinds of problems',
    },
  );
  return { ...rendered, title: truncate(codeVerdict(result), 255) };
}
