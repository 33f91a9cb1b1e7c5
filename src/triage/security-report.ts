/** Whether a text reads like the report of a vulnerability, and the kinds of signs that say so (ours, safe to show). */
export type SecurityVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'report'; readonly signs: readonly string[] };

type Sign = { readonly name: string; readonly weight: number; readonly pattern: RegExp };

/** What reports speak of. One sign of weight 3 suffices, or several that add up to it. */
const signs: readonly Sign[] = [
  {
    name: 'code execution',
    weight: 3,
    pattern: /\b(?:remote|arbitrary) (?:code|command) execution\b|\bRCE\b/i,
  },
  { name: 'zero-day', weight: 3, pattern: /\b(?:0|zero)[- ]?day\b/i },
  {
    name: 'disclosure',
    weight: 3,
    pattern: /\b(?:responsible|coordinated|private) disclosure\b|\bdisclos\w+ (?:privately|responsibly)\b/i,
  },
  {
    name: 'security problem',
    weight: 3,
    pattern:
      /\bsecurity (?:vulnerability|vulnerabilities|issue|bug|flaw|hole|weakness|report)\b|\bvulnerability report\b/i,
  },
  {
    name: 'class of attack',
    weight: 2,
    pattern:
      /\b(?:sql|command|shell|code|template|header|ldap) injection\b|\b(?:XSS|CSRF|SSRF|XXE|IDOR)\b|\bcross[- ]site (?:scripting|request forgery)\b|\b(?:path|directory) traversal\b|\bprototype pollution\b|\bprivilege escalation\b|\bbuffer overflow\b|\buse[- ]after[- ]free\b|\bunsafe deserialization\b|\bopen redirect\b/i,
  },
  {
    name: 'bypass',
    weight: 2,
    pattern:
      /\bbypass\w* (?:the |any |all )?(?:authentication|authorization|auth|login|permission|access|sandbox|rate limit|2fa|mfa)\w*|\b(?:authentication|authorization|auth|access control|permission|sandbox) bypass\b/i,
  },
  {
    name: 'attacker',
    weight: 2,
    pattern: /\battackers? (?:can|could|may|might|is able|are able|controls?)\b|\battacker-controlled\b/i,
  },
  { name: 'exploit', weight: 2, pattern: /\bexploit(?:s|ed|able|ation|ing)?\b/i },
  {
    name: 'leaked credentials',
    weight: 2,
    pattern:
      /\b(?:leak(?:s|ed|ing)?|expos(?:e|es|ed|ing)|dump(?:s|ed)?) (?:\w+ ){0,3}(?:secrets?|tokens?|credentials?|passwords?|private keys?|api keys?)\b/i,
  },
  { name: 'rating', weight: 2, pattern: /\bCVSS\b|\bbug bounty\b/i },
  { name: 'CWE', weight: 1, pattern: /\bCWE-\d{1,4}\b/i },
  { name: 'CVE', weight: 1, pattern: /\bCVE-\d{4}-\d{4,7}\b/i },
  { name: 'vulnerability', weight: 1, pattern: /\bvulnerab(?:le|ility|ilities)\b/i },
  { name: 'proof of concept', weight: 1, pattern: /\bproof[- ]of[- ]concept\b|\bPoC\b/ },
  { name: 'malice', weight: 1, pattern: /\bmalicious(?:ly)?\b|\bunauthenticated\b|\bunauthorized access\b/i },
];

/** Titles of work that speaks of attacks without reporting one: what is known already, and wishes. */
const harmless =
  /^\W*(?:(?:build|chore|ci|docs?|feat|test)(?:\([^)]{0,40}\))?!?:|bump|upgrade|update|add|support|document|implement|improve|introduce|feature request|proposal|question|how (?:do|to|can|should)\b|what is\b|is it possible\b)/i;
/** How much more such a title needs. */
const harmlessWeight = 3;

const leastWeight = 3;
/** Longest text that is looked through, characters. */
const maxText = 50_000;

/**
 * Tells reports of vulnerabilities from other issues by the words they use. Errs on the side of "report" where an
 * issue claims that somebody can be attacked: the answer names the private channel and hides nothing.
 */
export function recogniseSecurityReport(issue: {
  readonly title: string;
  readonly body: string;
}): SecurityVerdict {
  const text = `${issue.title}\n${issue.body}`.slice(0, maxText);
  const found = signs.filter(({ pattern }) => pattern.test(text));
  const weight = found.reduce((sum, sign) => sum + sign.weight, 0);
  const needed = leastWeight + (harmless.test(issue.title) ? harmlessWeight : 0);
  return weight >= needed ? { kind: 'report', signs: found.map(({ name }) => name) } : { kind: 'none' };
}
