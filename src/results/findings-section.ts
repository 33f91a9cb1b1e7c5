import type { Finding } from '../contracts/finding.ts';
import { type Severity, severities } from '../contracts/severity.ts';
import {
  adviceKey,
  type Detail,
  type FindingContext,
  findingBlock,
  findingGroup,
  severityMarks,
} from './finding-block.ts';
import { count } from './verdict.ts';

/** From richest to poorest: the severities that are told in full, the others in a line each. */
const levels: readonly (readonly Severity[])[] = [
  severities,
  ['critical', 'high', 'medium'],
  ['critical', 'high'],
  ['critical'],
  [],
];

/**
 * The findings grouped by severity, within `maxLength` UTF-16 code units: first the less severe lose their
 * details, then the least severe are left out and counted.
 */
export function findingsSection(
  findings: readonly Finding[],
  context: FindingContext,
  maxLength: number,
): string {
  for (const full of levels) {
    const section = renderGroups(findings, full, context);
    if (section.length <= maxLength) return section;
  }
  return cutToFit(findings, context, maxLength);
}

/** Halves the interval: rendering grows with every finding, so the largest number that fits is well defined. */
function cutToFit(findings: readonly Finding[], context: FindingContext, maxLength: number): string {
  const render = (kept: number): string =>
    `${renderGroups(findings.slice(0, kept), [], context)}\n\n**${count(findings.length - kept, 'finding')} left out here**, the least severe: GitHub limits the length of this text. \`devops review\` in a terminal lists all of them.`;
  let low = 0;
  let high = findings.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (render(middle).length <= maxLength) low = middle;
    else high = middle - 1;
  }
  return render(low);
}

function renderGroups(
  findings: readonly Finding[],
  full: readonly Severity[],
  context: FindingContext,
): string {
  return severities
    .map(severity => ({ severity, group: findings.filter(finding => finding.severity === severity) }))
    .filter(({ group }) => group.length > 0)
    .map(({ severity, group }) =>
      renderGroup(severity, group, full.includes(severity) ? 'full' : 'line', context),
    )
    .join('\n\n');
}

function renderGroup(
  severity: Severity,
  group: readonly Finding[],
  detail: Detail,
  context: FindingContext,
): string {
  const title = `${severityMarks[severity]} ${severity[0]?.toUpperCase()}${severity.slice(1)} (${group.length})`;
  const body =
    detail === 'full'
      ? groupsOf(group)
          .map(same => findingGroup(same, context))
          .join('\n\n')
      : group.map(finding => findingBlock(finding, detail, context)).join('\n');
  return severity === 'low' || severity === 'info'
    ? fold(`<b>${title}</b>`, body)
    : `#### ${title}\n\n${body}`;
}

/** Findings that differ in their place only come together, at the place of the first. */
function groupsOf(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = adviceKey(finding);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [finding]);
    else known.push(finding);
  }
  return [...groups.values()];
}

/** A folded section; the blank lines make GitHub render Markdown inside. */
export function fold(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
