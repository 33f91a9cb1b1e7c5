import type { Detector, RawFinding, RuleExample, SourceFile, Span } from '../../contracts/detector.ts';
import type { Confidence, Severity } from '../../contracts/severity.ts';

/** As `maskText` of `src/analysis/mask.ts`. */
const mask = '«masked»';
/** More characters than this beside the mask may be a secret that somebody hides behind one. */
const leastUnmasked = 4;

/** The words of a secrets rule, and how it finds its secrets. */
export type SecretRule = {
  readonly id: string;
  /** A short noun phrase that also stands in messages: `GitHub personal access token`. */
  readonly title: string;
  /** Lower-case strings one of which occurs in every text with such a secret; absent: looks at every file. */
  readonly keywords?: readonly string[];
  readonly appliesTo?: (path: string) => boolean;
  /** Default `critical`. */
  readonly severity?: Severity;
  readonly confidence: Confidence;
  readonly what?: string;
  readonly why: string;
  readonly fix: string;
  readonly references: readonly string[];
  readonly bad: readonly RuleExample[];
  readonly good: readonly RuleExample[];
  readonly find: (file: SourceFile) => Iterable<FoundSecret>;
};

/** A secret in a file: its span, and what differs from the rule. */
export type FoundSecret = Span & Pick<RawFinding, 'message' | 'severity' | 'confidence'>;

/** Makes a rule of the family `secrets`: every span found is masked wherever the file's lines are shown. */
export function defineSecretRule(rule: SecretRule): Detector {
  return {
    meta: {
      id: rule.id,
      family: 'secrets',
      title: rule.title,
      severity: rule.severity ?? 'critical',
      confidence: rule.confidence,
      cwe: ['CWE-798'],
      owasp: ['A07'],
      what: rule.what ?? `Reports a ${rule.title} written into a file.`,
      why: rule.why,
      fix: rule.fix,
      references: rule.references,
      examples: { bad: rule.bad, good: rule.good },
    },
    appliesTo: rule.appliesTo ?? (() => true),
    ...(rule.keywords === undefined ? {} : { keywords: rule.keywords }),
    detect: file =>
      Array.from(rule.find(file))
        .filter(found => !isMasked(file.text.slice(found.start, found.end)))
        .map(found => ({ ...found, secrets: [{ start: found.start, end: found.end }] })),
  };
}

/** What a report of ours shows in place of a secret; reports that are committed must not be reported again. */
function isMasked(secret: string): boolean {
  return secret.includes(mask) && secret.replaceAll(mask, '').length < leastUnmasked;
}
