import type { ReviewResult } from '../contracts/result.ts';
import { coverageLine } from './coverage-line.ts';
import type { FindingContext } from './finding-block.ts';
import { findingsSection } from './findings-section.ts';
import { commitUrl, type RepositoryLinks } from './permalink.ts';
import { dismissedSection, notAnalysedSection, warningsSection } from './result-sections.ts';
import { reviewMarker } from './review-marker.ts';
import { shortIds } from './short-ids.ts';
import { countBySeverity, verdictIcon, verdictOf } from './verdict.ts';

/**
 * Longest comment, UTF-16 code units. GitHub refuses more than 65,536 characters; what is kept free covers a
 * banner that a later edit may add.
 */
export const maxCommentLength = 65_000;

/**
 * The one comment of a pull request, edited in place: Markdown whose first line is the hidden marker. At most
 * `maxCommentLength` long; the least severe findings lose details, then their place, and are counted.
 */
export function renderReviewComment(result: ReviewResult, links: RepositoryLinks): string {
  return renderComment(result, links, { state: 'current', commands: true });
}

/** What an earlier comment becomes when nothing is left open. */
export function renderCleanComment(result: ReviewResult, links: RepositoryLinks): string {
  return renderComment(result, links, { state: 'clean', commands: true });
}

/** The comment of a pipeline's job: no commands, because nobody would hear them. */
export function renderJobComment(result: ReviewResult, links: RepositoryLinks): string {
  return renderComment(result, links, {
    state: result.outcome === 'passed' ? 'clean' : 'current',
    commands: false,
  });
}

function renderComment(
  result: ReviewResult,
  links: RepositoryLinks,
  options: { readonly state: 'current' | 'clean'; readonly commands: boolean },
): string {
  const context: FindingContext = { links, headSha: result.headSha, ids: idsOf(result) };
  const before = [
    `${reviewMarker({ headSha: result.headSha, state: options.state })}\n${headline(result)}`,
    overview(result, links),
    warningsSection(result),
  ];
  const after = [
    notAnalysedSection(result),
    dismissedSection(result, context),
    footer(result, options.commands ? commandsFor(result, context) : []),
  ];
  const frame = join([...before, ...after]).length;
  const findings = findingsSection(result.findings, context, maxCommentLength - frame - 4);
  return join([...before, findings, ...after]);
}

function headline(result: ReviewResult): string {
  const verdict = verdictOf(result);
  return `### ${verdictIcon(verdict)} Security review: ${verdict.headline}`;
}

function overview(result: ReviewResult, links: RepositoryLinks): string {
  const parts = [countBySeverity(result.findings)];
  if (result.fixedCount > 0) parts.push(`${result.fixedCount} fixed since the last review`);
  parts.push(`reviewed ${commitLink(links, result.headSha)}`);
  return parts.filter(part => part !== '').join(' · ');
}

function footer(result: ReviewResult, commands: readonly string[]): string {
  const reply = commands.length === 0 ? '' : `<br>Reply with ${commands.join(' · ')}`;
  return `---\n<sub>${coverageLine(result)}${reply}</sub>`;
}

function commandsFor(result: ReviewResult, context: FindingContext): readonly string[] {
  const first = result.findings[0];
  const id = first === undefined ? undefined : context.ids.get(first.fingerprint);
  return [
    ...(id === undefined ? [] : [`\`/devops dismiss ${id} <reason>\``]),
    '`/devops review`',
    '`/devops help`',
  ];
}

function idsOf(result: ReviewResult): ReadonlyMap<string, string> {
  return shortIds([...result.findings, ...result.dismissed.map(({ finding }) => finding)]);
}

function commitLink(links: RepositoryLinks, sha: string): string {
  return `[\`${sha.replace(/[^0-9a-f]/g, '').slice(0, 7)}\`](${commitUrl(links, sha)})`;
}

function join(parts: readonly string[]): string {
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}
