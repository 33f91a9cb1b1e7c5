import { codeKindMetadata } from '../contracts/code-kinds.ts';
import type { CodeReviewResult } from '../contracts/code-result.ts';
import { codeKinds } from '../contracts/code-review.ts';
import type { Finding } from '../contracts/finding.ts';
import { renderAnswer } from './answer.ts';
import { coverageLine } from './coverage-line.ts';
import type { FindingContext } from './finding-block.ts';
import { findingsSection } from './findings-section.ts';
import { commitUrl, type RepositoryLinks } from './permalink.ts';
import { dismissedSection, notAnalysedSection, warningsSection } from './result-sections.ts';
import { shortIds } from './short-ids.ts';
import { codeSpan } from './untrusted-text.ts';
import { count, countBySeverity, isIncomplete, verdictIcon, verdictOf } from './verdict.ts';

/** GitHub's limit for a comment, less what frames the findings. UTF-16 code units. */
const maxFindings = 45_000;

/** Where a code review is rendered. */
export type CodeReviewLinks = RepositoryLinks & { readonly baseSha: string };

/** The one comment of a pull request's code review, edited in place. */
export function renderCodeComment(result: CodeReviewResult, links: CodeReviewLinks): string {
  return renderAnswer('code-review', body(result, links, { commands: true }));
}

/** The same for a job: nobody would hear commands. */
export function renderCodeJobComment(result: CodeReviewResult, links: CodeReviewLinks): string {
  return renderAnswer('code-review', body(result, links, { commands: false }));
}

/** The job's summary. */
export function renderCodeSummary(result: CodeReviewResult, links: CodeReviewLinks): string {
  return `${body(result, links, { commands: false })}\n`;
}

function body(
  result: CodeReviewResult,
  links: CodeReviewLinks,
  { commands }: { readonly commands: boolean },
): string {
  const context = contextOf(result, links);
  // With room for none, every finding still stands here: a review must not hide what it found.
  const shown = result.findings.slice(0, Math.max(1, result.maxComments));
  const parts = [
    `## ${codeHeadline(result)}`,
    overview(result, links),
    warningsSection(result),
    findingsSection(shown, context, maxFindings),
    restOf(result.findings.slice(shown.length)),
    notAnalysedSection(result),
    dismissedSection(result, context),
    footer(result, commands, context),
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

/** What stands above everything: `🟡 Code review: 3 findings, none blocking`. */
export function codeHeadline(result: CodeReviewResult): string {
  const verdict = verdictOf(result);
  return `${verdictIcon(verdict)} Code review: ${codeVerdict(result)}`;
}

/** The verdict in words. */
export function codeVerdict(result: CodeReviewResult): string {
  const verdict = verdictOf(result);
  if (verdict.kind !== 'clean') return verdict.headline;
  return result.dismissed.length > 0
    ? `nothing open, ${result.dismissed.length} dismissed`
    : 'nothing to say';
}

/** What the renderings of one result share. */
export function contextOf(result: CodeReviewResult, links: CodeReviewLinks): FindingContext {
  return {
    links,
    headSha: result.headSha,
    baseSha: links.baseSha,
    ids: shortIds([...result.findings, ...result.dismissed.map(({ finding }) => finding)]),
  };
}

function overview(result: CodeReviewResult, links: CodeReviewLinks): string {
  const sha = result.headSha.replace(/[^0-9a-f]/g, '');
  const parts = [countBySeverity(result.findings)];
  if (result.fixedCount > 0) parts.push(`${result.fixedCount} fixed since the last review`);
  parts.push(`reviewed [\`${sha.slice(0, 7)}\`](${commitUrl(links, sha)})`);
  if (isIncomplete(result)) parts.push('**incomplete**: what was not read is listed below');
  return parts.filter(part => part !== '').join(' · ');
}

/** Findings beyond the configured number, counted by kind: nothing disappears without a word. */
function restOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const kinds = codeKinds.flatMap(kind => {
    const number = findings.filter(({ rule }) => rule === kind).length;
    return number === 0 ? [] : [`${number} × ${codeKindMetadata[kind].title.toLowerCase()}`];
  });
  return `${count(findings.length, 'less important finding')} not shown (\`review.max-comments\`): ${kinds.join(', ')}. The check run and \`devops review --agent code\` list all.`;
}

function footer(result: CodeReviewResult, commands: boolean, context: FindingContext): string {
  const learned = result.lowered.map(
    ({ kind, votes }) => `${codeSpan(kind)} is less severe here: ${votes} times called not useful`,
  );
  const topics =
    result.topics.length > 1
      ? [
          `read by the model in ${result.topics.length} parts: ${result.topics
            .slice(0, 12)
            .map(({ name, files }) => `${codeSpan(name, 60)} (${files})`)
            .join(', ')}`,
        ]
      : [];
  const [first] = result.findings;
  const id = first === undefined ? undefined : context.ids.get(first.fingerprint);
  const reply = [
    ...(id === undefined ? [] : [`\`/devops dismiss ${id} <reason>\``]),
    '`/devops review code`',
    '`/devops ask <question>`',
  ];
  return [
    '---\n<sub>',
    [coverageLine(result, 'kinds of problems'), ...topics, ...learned].join(' · '),
    commands ? `<br>Reply with ${reply.join(' · ')}` : '',
    '</sub>',
  ].join('');
}
