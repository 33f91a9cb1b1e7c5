import type { ReviewResult } from '../contracts/result.ts';
import type { FindingContext } from './finding-block.ts';
import { place } from './finding-block.ts';
import { fold } from './findings-section.ts';
import { codeSpan, inlineText } from './untrusted-text.ts';

/** Most entries of a list that is not the findings; the rest is counted. */
const maxEntries = 50;
/** Longest such list, UTF-16 code units, so that three of them never crowd out the findings. */
const maxListLength = 10_000;

/** The warnings as a GitHub alert; empty when there are none. */
export function warningsSection(result: ReviewResult): string {
  if (result.warnings.length === 0) return '';
  return [
    '> [!WARNING]',
    ...list(result.warnings.map(warning => inlineText(warning, 500))).map(line => `> ${line}`),
  ].join('\n');
}

/** What was not looked at; empty when everything was. */
export function notAnalysedSection(result: ReviewResult): string {
  if (result.notAnalysed.length === 0) return '';
  const entries = result.notAnalysed.map(({ path, reason }) =>
    path === null ? inlineText(reason, 300) : `${codeSpan(path, 200)}: ${inlineText(reason, 300)}`,
  );
  return fold(`<b>⚠️ Not looked at (${entries.length})</b>`, list(entries).join('\n'));
}

/** Dismissed findings with who and why; empty when there are none. */
export function dismissedSection(result: ReviewResult, context: FindingContext): string {
  if (result.dismissed.length === 0) return '';
  const entries = result.dismissed.map(({ finding, dismissal }) => {
    const scope = dismissal.scope === 'repository' ? ' in the whole repository' : '';
    const reason = dismissal.reason === '' ? 'no reason given' : `“${inlineText(dismissal.reason, 200)}”`;
    const day = /^\d{4}-\d{2}-\d{2}/.exec(dismissal.at)?.[0] ?? '';
    return `${place(finding, context)} ${codeSpan(finding.rule, 100)}: ${reason}, by ${codeSpan(dismissal.actor, 50)}${scope} ${day}`.trim();
  });
  return fold(`Dismissed (${entries.length})`, list(entries).join('\n'));
}

function list(entries: readonly string[]): readonly string[] {
  const shown: string[] = [];
  let length = 0;
  for (const entry of entries) {
    length += entry.length;
    if (shown.length === maxEntries || length > maxListLength) break;
    shown.push(`- ${entry}`);
  }
  const rest = entries.length - shown.length;
  return rest > 0 ? [...shown, `- and ${rest.toLocaleString('en-US')} more`] : shown;
}
