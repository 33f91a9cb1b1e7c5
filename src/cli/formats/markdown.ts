import type { ReviewResult } from '../../contracts/result.ts';
import { codeSpan, inlineText } from '../../results/untrusted-text.ts';

/** The result for a document or a chat: no links, because what was looked at may not be on a server. */
export function renderMarkdown(result: ReviewResult): string {
  const rows = result.findings.map(
    ({ path, line, severity, rule, message, fix }) =>
      `- **${severity}** ${codeSpan(`${path}:${line}`)} ${codeSpan(rule)}: ${inlineText(message)} ${inlineText(fix)}`,
  );
  const gaps = result.notAnalysed.map(
    ({ path, reason }) => `- ${path === null ? '' : `${codeSpan(path)}: `}${inlineText(reason)}`,
  );
  return [
    `## Security review: ${result.outcome}`,
    '',
    `${result.findings.length} findings in ${result.coverage.files} files, ${result.coverage.rules} rules.`,
    ...result.warnings.flatMap(warning => ['', `**Warning:** ${inlineText(warning)}`]),
    ...(rows.length === 0 ? [] : ['', '### Findings', '', ...rows]),
    ...(gaps.length === 0 ? [] : ['', '### Not analysed', '', ...gaps]),
    '',
  ].join('\n');
}
