import type { Detector, RuleExample, SourceFile } from '../../contracts/detector.ts';
import type { Severity } from '../../contracts/severity.ts';
import { assignmentsOf } from './assignments.ts';
import { createNameTest } from './name-test.ts';
import { isPlaceholder } from './placeholder.ts';
import { isPublishedSample } from './published-samples.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';
import { type Anchor, parseTokenFormat, type TokenFormat } from './token-format.ts';

/** What a provider documents about its tokens; `defineSecret` makes a rule of it. */
export type ProviderSecret = {
  /** Rule id, for example `github-token`. */
  readonly id: string;
  /** The provider as users know it. */
  readonly provider: string;
  /** What leaks, for example `personal access token`. */
  readonly kind: string;
  /** Token formats as in `parseTokenFormat`: `npm_{base62:36}`. */
  readonly formats: readonly string[];
  /**
   * For formats without a prefix of their own: lower-case words one of which must stand in the name that the
   * value is assigned to (`algolia` for `ALGOLIA_API_KEY=…`).
   */
  readonly assignedTo?: readonly string[];
  /** Lower-case words by which a name of `assignedTo` turns out to mean something else (`guild`). */
  readonly notAssignedTo?: readonly string[];
  /** Lower-case words one of which must stand in the same file, for formats without a distinctive prefix. */
  readonly near?: readonly string[];
  /** False when the candidate cannot be a real one (decoded structure); absent accepts all. */
  readonly isValid?: (secret: string) => boolean;
  /**
   * For formats with a checksum: whether it matches. A match raises the rule's confidence, a mismatch lowers it
   * (the token may be altered or made up).
   */
  readonly hasChecksum?: (secret: string) => boolean;
  /** Makes a sample whose checksum matches. */
  readonly sample?: (sample: string) => string;
  readonly severity?: Severity;
  /** What its holder can do; completes "Whoever reads the repository can …". */
  readonly can: string;
  /** Where it is revoked; completes "Revoke it …". Default: in the provider's account settings. */
  readonly revoke?: string;
  readonly references: readonly string[];
  /** Examples besides those made from the formats. */
  readonly bad?: readonly RuleExample[];
  readonly good?: readonly RuleExample[];
};

/**
 * Makes a secrets rule from a provider's documented formats.
 *
 * @throws Error when a format has no literal text to look for and no name to be assigned to: a mistake in a rule.
 */
export function defineSecret(secret: ProviderSecret): Detector {
  const formats = secret.formats.map(parseTokenFormat);
  const find = secret.assignedTo === undefined ? inText(secret, formats) : inAssignments(secret, formats);
  return defineSecretRule({
    id: secret.id,
    title: `${secret.provider} ${secret.kind}`,
    keywords: secret.near ?? secret.assignedTo ?? formats.map(format => format.anchor.text.toLowerCase()),
    severity: secret.severity ?? 'critical',
    confidence: secret.assignedTo === undefined ? 'high' : 'medium',
    why: `Whoever reads the repository can ${secret.can}, until it is revoked.`,
    fix: `Revoke it ${secret.revoke ?? `in the settings of your ${secret.provider} account`}, issue a new one with the fewest rights, and read it from the environment or a secret store.`,
    references: secret.references,
    find,
    ...examplesOf(secret, formats),
  });
}

/** No token starts within a word; an escape such as `\n` in front is none, nor is `%3D` of a URL. */
const before = String.raw`(?:(?<![0-9A-Za-z_+])|(?<=\\[nrt]|%[0-9A-F]{2}))`;
const after = String.raw`(?![0-9A-Za-z_+/]|-[0-9A-Za-z])`;

function inText(secret: ProviderSecret, formats: readonly TokenFormat[]) {
  const searches = formats.map(({ source, anchor }) => {
    if (anchor.text === '') throw new Error(`${secret.id}: a format without literal text needs assignedTo.`);
    const edge = source.startsWith('\\.') ? '' : before;
    return { anchor, pattern: new RegExp(`${edge}${source}${after}`, 'y') };
  });
  return ({ text }: SourceFile): readonly FoundSecret[] => {
    const found: FoundSecret[] = [];
    for (const { anchor, pattern } of searches) {
      for (const match of matchesAround(text, anchor, pattern)) {
        const judged = judge(secret, match, match.index);
        if (judged !== undefined) found.push(judged);
      }
    }
    return withoutOverlaps(found);
  };
}

/** Matches of a sticky pattern, tried only where its literal part stands: a search for a literal is fast. */
function* matchesAround(text: string, anchor: Anchor, pattern: RegExp): Iterable<RegExpExecArray> {
  for (let at = text.indexOf(anchor.text); at !== -1; at = text.indexOf(anchor.text, at + 1)) {
    for (let distance = anchor.most; distance >= anchor.least; distance--) {
      pattern.lastIndex = at - distance;
      const match = at < distance ? null : pattern.exec(text);
      if (match === null) continue;
      yield match;
      break;
    }
  }
}

/** Of places that overlap, as when two formats fit, the first and longest. */
function withoutOverlaps(found: readonly FoundSecret[]): readonly FoundSecret[] {
  const sorted = found.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return sorted.filter(({ start }, index) => start >= (sorted[index - 1]?.end ?? 0));
}

function inAssignments(secret: ProviderSecret, formats: readonly TokenFormat[]) {
  const patterns = formats.map(format => new RegExp(`^${format.source}$`));
  const isNamed = createNameTest({
    some: secret.assignedTo ?? [],
    none: secret.notAssignedTo ?? [],
    isIdentifier: /\bID\b/.test(secret.kind),
  });
  return function* (file: SourceFile): Iterable<FoundSecret> {
    for (const assignment of assignmentsOf(file)) {
      const { value, start } = assignment;
      if (!isNamed(assignment) || !/\d/.test(value)) continue;
      const match = patterns.map(pattern => pattern.exec(value)).find(candidate => candidate !== null);
      const found = match === undefined || match === null ? undefined : judge(secret, match, start);
      if (found !== undefined) yield found;
    }
  };
}

function judge(secret: ProviderSecret, match: RegExpExecArray, start: number): FoundSecret | undefined {
  const [token, ...slots] = match;
  // The longest slot is the secret part; others are numbers of accounts and the like.
  const body = slots.reduce((longest, slot) => (slot.length > longest.length ? slot : longest), '');
  if (isPlaceholder(body) || isPublishedSample(token) || secret.isValid?.(token) === false) return undefined;
  const place = { start, end: start + token.length };
  const title = `${secret.provider} ${secret.kind}`;
  if (secret.hasChecksum?.(token) === false) {
    const message = `Shaped like a ${title}, but its checksum does not match: altered or made up.`;
    return { ...place, message, severity: 'medium', confidence: 'low' };
  }
  return { ...place, message: `${title} in source.` };
}

function examplesOf(secret: ProviderSecret, formats: readonly TokenFormat[]) {
  const word = secret.assignedTo?.[0] ?? secret.near?.[0];
  const name = word === undefined ? 'token' : `${word.replaceAll(/\W+/g, '_')}_token`;
  const withSample = secret.sample ?? (sample => sample);
  const path = 'src/client.py';
  return {
    bad: [
      ...formats.map((format, index) => ({
        path,
        text: `${name} = "${withSample(format.sample(index + 1))}"\n`,
      })),
      ...(secret.bad ?? []),
    ],
    good: [
      { path, text: `${name} = os.environ["${name.toUpperCase()}"]\n` },
      { path, text: `${name} = "${formats[0]?.sample().replaceAll(/[0-9A-Za-z]/g, 'x')}"\n` },
      ...(secret.good ?? []),
    ],
  };
}
