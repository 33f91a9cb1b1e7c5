import type { ReviewResult } from '../contracts/result.ts';
import { coverageLine } from './coverage-line.ts';
import type { FindingContext } from './finding-block.ts';
import { findingsSection } from './findings-section.ts';
import type { RepositoryLinks } from './permalink.ts';
import { dismissedSection, notAnalysedSection, warningsSection } from './result-sections.ts';
import { shortIds } from './short-ids.ts';
import { countBySeverity, verdictIcon, verdictOf } from './verdict.ts';

/**
 * Longest findings section, UTF-16 code units. A step's summary may have 1 MiB of UTF-8; a code unit takes at
 * most three bytes, and the other sections and steps need room.
 */
const maxFindings = 280_000;

/** The job summary of a pipeline (`GITHUB_STEP_SUMMARY`), Markdown under 1 MiB. */
export function renderSummary(result: ReviewResult, links: RepositoryLinks): string {
  const verdict = verdictOf(result);
  const context: FindingContext = { links, headSha: result.headSha, ids: shortIds(result.findings) };
  const parts = [
    `## ${verdictIcon(verdict)} Security review: ${verdict.headline}`,
    [countBySeverity(result.findings), coverageLine(result)].filter(part => part !== '').join('<br>'),
    warningsSection(result),
    findingsSection(result.findings, context, maxFindings),
    notAnalysedSection(result),
    dismissedSection(result, context),
  ];
  return `${parts.filter(part => part !== '').join('\n\n')}\n`;
}
