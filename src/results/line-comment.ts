import { codeKindMetadata } from '../contracts/code-kinds.ts';
import { type CodeKind, codeKinds } from '../contracts/code-review.ts';
import type { Finding } from '../contracts/finding.ts';
import { severityMarks } from './finding-block.ts';
import { codeBlock, codeSpan, inlineText } from './untrusted-text.ts';

/** The hidden first line of a comment on a line, by which it is known again. Version 1. */
const marker = /^<!-- devops:code:v1 (?<fingerprint>[0-9a-f]{16}) (?<kind>[a-z-]+) -->/;

/** Which finding a comment of ours is about; undefined when it is none of the code review's. */
export function findLineMarker(
  body: string,
): { readonly fingerprint: string; readonly kind: CodeKind } | undefined {
  const groups = marker.exec(body)?.groups;
  const kind = codeKinds.find(known => known === groups?.['kind']);
  return groups?.['fingerprint'] === undefined || kind === undefined
    ? undefined
    : { fingerprint: groups['fingerprint'], kind };
}

/** A finding as a comment on its line. */
export function renderLineComment(finding: Finding, id: string): string {
  const kind = codeKinds.find(known => known === finding.rule);
  const title = kind === undefined ? finding.rule : codeKindMetadata[kind].title;
  const suggestion = finding.suggestion ?? finding.advice?.suggestion;
  const parts = [
    `<!-- devops:code:v1 ${finding.fingerprint} ${finding.rule} -->`,
    `${severityMarks[finding.severity]} **${title}.** ${inlineText(finding.message)}`,
    finding.fix === '' ? '' : `**Fix:** ${inlineText(finding.fix)}`,
    suggestion === undefined ? '' : suggestionBlock(suggestion),
    `<sub>${finding.source === 'agent' ? 'found by the model, quote verified · ' : ''}${finding.confidence} confidence · id ${codeSpan(id)} · 👎 or a reply “not useful” makes this kind count less here; “won’t fix” dismisses it</sub>`,
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

/** An empty suggestion removes the lines; a blank line in the block would be a line of the file. */
function suggestionBlock(suggestion: string): string {
  return suggestion === '' ? '```suggestion\n```' : codeBlock(suggestion, 'suggestion');
}

/** What a comment becomes when its finding is gone but people have answered it. */
export function renderFixedComment(body: string, headSha: string): string {
  const [first = ''] = body.split('\n');
  return `${first}\n\n✅ No longer found at ${codeSpan(headSha.slice(0, 7))}.`;
}

/** Whether a comment says already that its finding is gone. */
export function isFixedComment(body: string): boolean {
  return body.includes('\n\n✅ No longer found at ');
}
