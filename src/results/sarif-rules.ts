import type { RuleMetadata } from '../contracts/detector.ts';
import type { Finding } from '../contracts/finding.ts';
import type { Severity } from '../contracts/severity.ts';
import { inlineText, visibleText } from './untrusted-text.ts';

/** GitHub takes at most this many tags per rule. */
const maxTags = 20;

/** A `reportingDescriptor` as GitHub reads it. */
export type SarifRule = {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly helpUri?: string;
  readonly defaultConfiguration: { readonly level: 'error' | 'warning' | 'note' };
  readonly properties: Readonly<Record<string, unknown>>;
};

/**
 * GitHub's `security-severity` bands: over 9.0 critical, 7.0 to 8.9 high, 4.0 to 6.9 medium, 0.1 to 3.9 low.
 * It is a property of the rule; a single finding's severity stands in its own properties.
 */
const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: '0.1',
};

/** The rules that findings name, from the catalogue where it has them, ordered by id; all of them are megabytes. */
export function sarifRules(
  catalogue: readonly RuleMetadata[],
  findings: readonly Finding[],
): readonly SarifRule[] {
  const known = new Map(catalogue.map(meta => [meta.id, meta]));
  const rules = new Map<string, SarifRule>();
  for (const finding of findings) {
    if (rules.has(finding.rule)) continue;
    const meta = known.get(finding.rule);
    rules.set(finding.rule, meta === undefined ? ruleOfFinding(finding) : ruleOf(meta));
  }
  return [...rules.values()].toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function ruleOf(meta: RuleMetadata): SarifRule {
  const text = `${meta.what} ${meta.why} ${meta.fix}`;
  const markdown = [
    `${meta.what}`,
    `**Why it matters.** ${meta.why}`,
    `**Fix.** ${meta.fix}`,
    meta.references.map(reference => `- <${reference}>`).join('\n'),
  ].join('\n\n');
  const helpUri = meta.references[0];
  return {
    id: meta.id,
    name: meta.title,
    shortDescription: { text: meta.title },
    fullDescription: { text: meta.what },
    help: { text, markdown },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: sarifLevel(meta.severity) },
    properties: {
      precision: meta.confidence,
      'security-severity': securitySeverity[meta.severity],
      tags: tagsOf(meta.cwe, [meta.family, ...(meta.owasp ?? []).map(category => `owasp-${category}`)]),
    },
  };
}

function ruleOfFinding(finding: Finding): SarifRule {
  const text = visibleText(finding.rule);
  return {
    id: finding.rule,
    name: text,
    shortDescription: { text },
    fullDescription: { text },
    help: { text: visibleText(finding.fix), markdown: inlineText(finding.fix) },
    defaultConfiguration: { level: sarifLevel(finding.severity) },
    properties: {
      precision: finding.confidence,
      'security-severity': securitySeverity[finding.severity],
      tags: tagsOf(finding.cwe, [finding.source]),
    },
  };
}

/** Weaknesses as CodeQL tags them, with three digits at least, so that one filter finds the alerts of both. */
function tagsOf(cwe: readonly string[], others: readonly string[]): readonly string[] {
  const weaknesses = cwe.map(id => `external/cwe/cwe-${id.replace(/^CWE-/i, '').padStart(3, '0')}`);
  const tags = ['security', ...weaknesses, ...others];
  return [...new Set(tags)].slice(0, maxTags);
}

/** SARIF knows three levels; GitHub sorts by `security-severity` first. */
export function sarifLevel(severity: Severity): 'error' | 'warning' | 'note' {
  if (severity === 'critical' || severity === 'high') return 'error';
  return severity === 'medium' ? 'warning' : 'note';
}
