import type { DetectorFamily, RuleMetadata } from '../../src/contracts/detector.ts';

const familyTitles: Readonly<Record<DetectorFamily, string>> = {
  secrets: 'Secrets',
  workflows: 'GitHub Actions',
  code: 'Code',
  infrastructure: 'Infrastructure',
  iam: 'IAM policies',
  dependencies: 'Dependencies',
  agents: 'Agent surfaces',
};

/** The list of all rules, by family. */
export function ruleCatalogue(rules: readonly RuleMetadata[]): string {
  const families = [...new Set(rules.map(({ family }) => family))];
  const sections = families.map(family => {
    const rows = rules
      .filter(rule => rule.family === family)
      .map(
        rule =>
          `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${rule.severity} | ${rule.confidence} | ${rule.cwe.join(', ')} |`,
      );
    return `## ${familyTitles[family]} (${rows.length})\n\n| Rule | Reports | Severity | Confidence | CWE |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`;
  });
  return `# Rules

${rules.length} rules. \`devops rules\` lists them in a terminal, \`devops explain <rule>\` shows one. A finding below
\`review.report-from\` is counted and not shown.

${sections.join('\n\n')}
`;
}
