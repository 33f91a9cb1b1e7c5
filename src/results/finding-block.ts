import type { Finding } from '../contracts/finding.ts';
import type { Severity } from '../contracts/severity.ts';
import { permalink, type RepositoryLinks } from './permalink.ts';
import { codeBlock, codeSpan, inlineText } from './untrusted-text.ts';

/** How much is said about a finding; less when the comment would grow over GitHub's limit. */
export type Detail = 'full' | 'line';

/** What the findings of one result have in common when they are rendered. */
export type FindingContext = {
  readonly links: RepositoryLinks;
  readonly headSha: string;
  /** Where files that the change removed still stand; needed for findings in such files only. */
  readonly baseSha?: string;
  /** Fingerprint to short id. */
  readonly ids: ReadonlyMap<string, string>;
};

/** Marks of the severities, for people who scan. */
export const severityMarks: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '🔵',
  info: '⚪',
};

/** One finding as Markdown; all its texts are neutralised. */
export function findingBlock(finding: Finding, detail: Detail, context: FindingContext): string {
  if (detail === 'line') return findingLine(finding, context);
  const parts = [
    `**${inlineText(finding.message)}**${falsePositiveMark(finding)}<br>${place(finding, context)} · ${facts(finding, context)}`,
  ];
  if (finding.evidence.trim() !== '')
    parts.push(codeBlock(finding.evidence.trim(), languageOf(finding.path), 300));
  if (finding.fix !== '') parts.push(`**Fix:** ${inlineText(finding.fix)}`);
  if (finding.suggestion !== undefined && finding.suggestion !== '')
    parts.push(codeBlock(finding.suggestion, languageOf(finding.path), 600));
  return [...parts, ...adviceParts(finding)].join('\n\n');
}

/**
 * Findings with the same `adviceKey`, said once: what it is, each place with its line, and what to do.
 */
export function findingGroup(group: readonly Finding[], context: FindingContext): string {
  const [first, ...others] = group;
  if (first === undefined) return '';
  if (others.length === 0) return findingBlock(first, 'full', context);
  const title = `**${inlineText(first.message)}** (${group.length} places)<br>${aboutRule(first)}`;
  const places = group.map(finding => {
    const evidence = finding.evidence.trim();
    const line = evidence === '' ? '' : `<br>${codeSpan(evidence, 120)}`;
    return `- ${place(finding, context)} · id ${codeSpan(idOf(finding, context))}${line}`;
  });
  const fix = first.fix === '' ? [] : [`**Fix:** ${inlineText(first.fix)}`];
  return [title, places.join('\n'), ...fix].join('\n\n');
}

/** Equal for findings that differ in their place only; what the agent says is about one place. */
export function adviceKey(finding: Finding): string {
  const { rule, tool, source, message, fix, severity, confidence, cwe } = finding;
  const own = finding.advice === undefined && !finding.suggestion ? '' : finding.fingerprint;
  return JSON.stringify([rule, tool, source, message, fix, severity, confidence, cwe, own]);
}

/** One finding as a list item. */
export function findingLine(finding: Finding, context: FindingContext): string {
  return `- ${place(finding, context)} ${inlineText(finding.message, 300)}${falsePositiveMark(finding)} · ${facts(finding, context)}`;
}

/** `path:line` as a link to the head commit. */
export function place(finding: Finding, context: FindingContext): string {
  const sha = finding.onBase === true ? (context.baseSha ?? context.headSha) : context.headSha;
  const target = permalink(context.links, { ...finding, sha });
  const lines = finding.endLine > finding.line ? `${finding.line}-${finding.endLine}` : `${finding.line}`;
  const label = codeSpan(`${shortPath(finding.path)}:${lines}`);
  // An absurdly long path would eat the comment's length limit.
  return target.length > 2_000 ? label : `[${label}](${target})`;
}

function shortPath(path: string): string {
  return path.length <= 120 ? path : `…${path.slice(-119)}`;
}

function facts(finding: Finding, context: FindingContext): string {
  return `${aboutRule(finding)} · id ${codeSpan(idOf(finding, context))}`;
}

function aboutRule(finding: Finding): string {
  const cwe = finding.cwe.map(cweLink).filter(link => link !== '');
  const tool = finding.source === 'agent' ? ['found by the agent, quote verified'] : [];
  return [codeSpan(finding.rule, 100), ...cwe, ...tool, `${finding.confidence} confidence`].join(' · ');
}

function idOf(finding: Finding, context: FindingContext): string {
  return context.ids.get(finding.fingerprint) ?? finding.fingerprint;
}

function cweLink(cwe: string): string {
  const number = /^CWE-(\d{1,5})$/.exec(cwe)?.[1];
  return number === undefined ? '' : `[CWE-${number}](https://cwe.mitre.org/data/definitions/${number}.html)`;
}

function falsePositiveMark(finding: Finding): string {
  return finding.advice?.likelyFalsePositive === true ? ' — *the agent thinks: likely a false positive*' : '';
}

function adviceParts(finding: Finding): readonly string[] {
  const { advice } = finding;
  if (advice === undefined) return [];
  const parts = [];
  if (advice.explanation !== '') parts.push(`> 🤖 ${inlineText(advice.explanation)}`);
  if (advice.suggestion !== undefined) parts.push(codeBlock(advice.suggestion, 'suggestion'));
  return parts;
}

const languages: Readonly<Record<string, string>> = {
  ts: 'ts',
  tsx: 'tsx',
  js: 'js',
  mjs: 'js',
  cjs: 'js',
  jsx: 'jsx',
  py: 'python',
  go: 'go',
  java: 'java',
  rb: 'ruby',
  yml: 'yaml',
  yaml: 'yaml',
  json: 'json',
  tf: 'hcl',
  sh: 'sh',
  md: 'markdown',
  toml: 'toml',
  html: 'html',
};

function languageOf(path: string): string {
  return languages[/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'text';
}
