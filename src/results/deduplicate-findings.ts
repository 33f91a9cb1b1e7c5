import type { Finding } from '../contracts/finding.ts';
import { compareSeverity } from '../contracts/severity.ts';

/** Names and weaknesses that mean the same class of problem in different scanners. */
const classes: readonly { readonly name: string; readonly cwe: readonly string[]; readonly rule: RegExp }[] =
  [
    {
      name: 'secret',
      cwe: ['CWE-798', 'CWE-259', 'CWE-321', 'CWE-522', 'CWE-312', 'CWE-540'],
      rule: /secret|token|password|credential|api-?key|private-key|gitleaks|trufflehog/i,
    },
    {
      name: 'command-injection',
      cwe: ['CWE-77', 'CWE-78', 'CWE-88'],
      rule: /command-?(line-)?injection|shell-?injection|child-process/i,
    },
    {
      name: 'template-injection',
      cwe: ['CWE-1336'],
      rule: /template-injection|script-injection|actions\/.*injection/i,
    },
    { name: 'code-injection', cwe: ['CWE-94', 'CWE-95', 'CWE-96'], rule: /code-?injection|\beval\b/i },
    { name: 'sql-injection', cwe: ['CWE-89', 'CWE-564'], rule: /sql-?i(njection)?\b/i },
    { name: 'cross-site-scripting', cwe: ['CWE-79', 'CWE-80'], rule: /\bxss\b|cross-site-scripting/i },
    {
      name: 'path-traversal',
      cwe: ['CWE-22', 'CWE-23', 'CWE-36', 'CWE-73'],
      rule: /path-?(traversal|injection)/i,
    },
    { name: 'deserialisation', cwe: ['CWE-502'], rule: /deserial/i },
    { name: 'unpinned', cwe: ['CWE-829', 'CWE-1357'], rule: /unpinned|pin(ned)?-/i },
  ];

/**
 * Our own findings and those of other scanners with every problem once: the same path and line with a common
 * CWE, or the same class of rule by another tool. Ours win; among other tools the more severe does. Order is
 * kept; two findings of one tool on a line are never merged unless they are equal.
 */
export function deduplicateFindings(
  own: readonly Finding[],
  ingested: readonly Finding[],
): readonly Finding[] {
  const byLine = new Map<string, Finding[]>();
  const kept = new Set<Finding>();
  for (const finding of [...own, ...ingested.toSorted((a, b) => compareSeverity(a.severity, b.severity))]) {
    const key = `${finding.path}\0${finding.line}`;
    const others = byLine.get(key) ?? [];
    if (finding.source === 'sarif' && others.some(other => isSame(other, finding))) continue;
    byLine.set(key, [...others, finding]);
    kept.add(finding);
  }
  return [...own, ...ingested].filter(finding => kept.has(finding));
}

function isSame(a: Finding, b: Finding): boolean {
  if (a.tool === b.tool) return a.rule === b.rule && a.column === b.column && a.message === b.message;
  if (a.cwe.some(cwe => b.cwe.includes(cwe))) return true;
  const classOfA = classOf(a);
  return classOfA !== undefined && classOfA === classOf(b);
}

function classOf(finding: Finding): string | undefined {
  return classes.find(({ cwe, rule }) => finding.cwe.some(id => cwe.includes(id)) || rule.test(finding.rule))
    ?.name;
}
