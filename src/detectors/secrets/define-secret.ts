import type { Detector, RawFinding, RuleExample } from '../../contracts/detector.ts';
import type { Severity } from '../../contracts/severity.ts';
import { isPlaceholder } from './placeholder.ts';

/** What a provider's token format needs to become a rule. */
export type SecretFormat = {
  /** Rule id, for example `github-token`. */
  readonly id: string;
  /** The provider as users know it. */
  readonly provider: string;
  /** What leaks, for example `personal access token`. */
  readonly kind: string;
  /** Lower-case strings one of which occurs in every text with such a token. */
  readonly keywords: readonly string[];
  /**
   * Must carry the flags `d` and `g`; the secret is the group `secret`, else the whole match. No nested or
   * adjacent unbounded quantifiers over the same characters.
   */
  readonly pattern: RegExp;
  /** False when the candidate cannot be a real one (checksum, decoded structure); absent accepts all. */
  readonly isValid?: (secret: string) => boolean;
  readonly severity?: Severity;
  readonly what?: string;
  readonly why: string;
  readonly fix: string;
  readonly references: readonly string[];
  readonly bad: readonly RuleExample[];
  readonly good: readonly RuleExample[];
};

/** Makes a secrets rule from a provider's documented format. */
export function defineSecret(format: SecretFormat): Detector {
  return {
    meta: {
      id: format.id,
      family: 'secrets',
      title: `${format.provider} ${format.kind}`,
      severity: format.severity ?? 'critical',
      confidence: format.isValid === undefined ? 'medium' : 'high',
      cwe: ['CWE-798'],
      owasp: ['A07'],
      what: format.what ?? `Reports a ${format.provider} ${format.kind} written into a file.`,
      why: format.why,
      fix: format.fix,
      references: format.references,
      examples: { bad: format.bad, good: format.good },
    },
    appliesTo: () => true,
    keywords: format.keywords,
    detect: file => [...file.text.matchAll(format.pattern)].flatMap(match => toFinding(format, match)),
  };
}

function toFinding(format: SecretFormat, match: RegExpExecArray): readonly RawFinding[] {
  const secret = match.groups?.['secret'] ?? match[0];
  const [start, end] = match.indices?.groups?.['secret'] ??
    match.indices?.[0] ?? [match.index, match.index + secret.length];
  if (isPlaceholder(secret) || format.isValid?.(secret) === false) return [];
  return [{ start, end, secrets: [{ start, end }], message: `${format.provider} ${format.kind} in source.` }];
}
