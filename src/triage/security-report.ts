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
    name: 'security problem',
    weight: 3,
    pattern:
      /Sicherheits(?:lücke|problem|leck)|Schwachstelle\b|faille de sécurité|vulnérabilité|fallo de seguridad|vulnerabilidad|falha de segurança|vulnerabilidade|falla di sicurezza|уязвимост|安全漏洞|漏洞|脆弱性|취약점/iu,
  },
  {
    name: 'session that outlives its end',
    weight: 3,
    pattern:
      /\b(?:sessions?|tokens?|cookies?|refresh tokens?|api keys?|reset links?|invitations?)\b.{0,60}\b(?:still|stays?|remains?|keeps?|continues? to be)\b.{0,30}\b(?:valid|works?|working|active|alive|usable|accepted|logged in)\b.{0,40}\bafter\b.{0,30}\b(?:password|log(?:ging)? ?out|sign(?:ing)? ?out|revo\w+|delet\w+|disabl\w+|remov\w+|deactivat\w+)/i,
  },
  {
    name: 'others’ data',
    weight: 2,
    pattern:
      /\b(?:read|see|view|access|download|open|edit|change|modify|delete|list|export)\w*\b.{0,60}\b(?:of|from|belonging to|for) (?:other|another|any|different|all|someone else['’]?s?|somebody else['’]?s?) (?:\w+ )?(?:users?|customers?|tenants?|accounts?|compan(?:y|ies)|organi[sz]ations?|people|persons?|members?|teams?)\b|\b(?:other|another) (?:users?|customers?|tenants?)['’]s? (?:data|files?|invoices?|orders?|messages?|accounts?|e-?mails?|documents?|projects?)\b/i,
  },
  {
    name: 'anybody',
    weight: 1,
    pattern:
      /\b(?:any|every) (?:logged[- ]in |authenticated |registered |signed[- ]in |normal |ordinary )?(?:user|customer|visitor|member|person|guest)s? (?:can|could|may|is able)\b|\b(?:any|every)(?:one|body) (?:can|could|may|is able|with)\b|\bnot mine\b|\bwithout (?:being )?(?:logg(?:ed|ing) in|permission|authori[sz]ation|authentication|an? (?:account|token|password))\b/i,
  },
  {
    name: 'guessed address',
    weight: 1,
    pattern:
      /\b(?:chang|guess|increment|enumerat|iterat)\w* (?:the |an? |over )?(?:id|ids|number|uuid|user id|account id|parameter)\b/i,
  },
  {
    name: 'somebody else’s identity',
    weight: 2,
    pattern:
      /\b(?:impersonat\w+|account take[- ]?over|take over (?:an? |the |any |other )?accounts?|log ?in as (?:any(?:one|body)?|another|other|admin\w*|someone|somebody)|become (?:an? )?admin\w*|(?:logged in|signed in) as (?:an? )?(?:admin\w*|another))\b|als Administrator angemeldet/i,
  },
  {
    name: 'no check',
    weight: 2,
    pattern:
      /\b(?:signature|token|permission|certificate|origin|password|csrf token|jwt)s? (?:is|are|was|were) (?:not|never) (?:checked|verified|validated|enforced)\b|\baccepts? (?:any|every|an empty|expired|unsigned|forged) (?:password|tokens?|signatures?|jwts?|certificates?)\b|\bwithout (?:a |the |any )?passwords?\b|\balg["']?\s*[:=]\s*["']?none\b|\bohne Passwort\b|\bsans mot de passe\b/i,
  },
  {
    name: 'files outside',
    weight: 2,
    pattern:
      /\b(?:overwrite|write|read|delete|download|access|include)s? (?:to )?(?:any|arbitrary|every) files?\b|\b(?:writes?|reads?|escapes?|files?)\b.{0,40}\boutside (?:of )?(?:the |its )?(?:\w+ )?(?:folder|directory|root|sandbox|workspace)\b|\betc\/(?:passwd|shadow|cron\.d)\b/i,
  },
  { name: 'path that climbs', weight: 1, pattern: /(?:\.\.[/\\]){2,}|%2e%2e%2f/i },
  {
    name: 'script of a stranger',
    weight: 2,
    pattern:
      /<(?:img|svg|iframe|body|video|details)\b[^<>]{0,200}\bon(?:error|load|toggle|click)\s*=|<script\b[^<>]{0,200}>\s*(?:alert|fetch|document)|\bjavascript:alert\b|\bdocument\.cookie\b/i,
  },
  {
    name: 'runs for others',
    weight: 2,
    pattern:
      /\b(?:script|javascript|js|html|code|payload|it)\b.{0,40}\b(?:runs?|execut\w+|is rendered|fires?)\b.{0,40}\b(?:for|in|by) (?:all|every|other|any|the)(?: \w+){0,2} (?:browsers?|visitors?|users?|viewers?|admins?|victims?)\b/i,
  },
  {
    name: 'denial of service',
    weight: 2,
    pattern:
      /\bReDoS\b|\bdenial[- ]of[- ]service\b|\bD?DoS\b(?! (?:path|prompt|box))|\bcatastrophic backtracking\b|\b(?:zip|xml|decompression) bomb\b|\bbillion laughs\b/,
  },
  {
    name: 'crafted input',
    weight: 1,
    pattern:
      /\b(?:(?:specially[- ])?crafted|forged|spoofed|tampered)\b|\b(?:a )?single (?:request|message|packet)\b|\bone request\b/i,
  },
  {
    name: 'everybody affected',
    weight: 1,
    pattern:
      /\b(?:takes?|brings?|knocks?) (?:down )?(?:the )?(?:whole |entire )?(?:server|service|site|cluster)s?(?: down)?\b/i,
  },
  {
    name: 'stored secrets',
    weight: 2,
    pattern:
      /\b(?:hard-?coded|default|embedded) (?:\w+ )?(?:passwords?|credentials?|secrets?|private keys?|signing keys?|encryption keys?)\b|\bpasswords? (?:\w+ ){0,3}(?:in )?(?:plain ?text|clear ?text|unhashed|unsalted)\b|\b(?:passwords?|tokens?|secrets?|api keys?|credentials?) (?:is |are |gets? |appears? |shows? up )?(?:logged|printed|written|stored|visible|sent|included)? ?(?:in|to|into) (?:the |our |plain )?(?:\w+ )?(?:logs?|log files?|url|urls|query string|error messages?|plain ?text|clear ?text)\b/i,
  },
  {
    name: 'who has an account',
    weight: 2,
    pattern:
      /\b(?:whether|if) (?:an?|the|this|that) (?:account|e-?mail|e-?mail address|user|user ?name|address) (?:exists|is registered|is known)\b|\b(?:user|account|e-?mail) enumeration\b/i,
  },
  {
    name: 'no limit',
    weight: 1,
    pattern: /\bwithout (?:any )?(?:rate )?limits?\b|\b(?:flood|brute[- ]?force)\w*/i,
  },
  {
    name: 'private things seen',
    weight: 2,
    pattern:
      /\b(?:private|confidential|hidden|deleted) (?:repositor\w+|projects?|files?|messages?|documents?|images?|photos?|records?|channels?|issues?|notes?|profiles?)\b.{0,60}\b(?:show up|shown|visible|accessible|readable|exposed|leak\w*|listed|appear\w*|downloadable|public)\b/i,
  },
  {
    name: 'request from inside',
    weight: 2,
    pattern: /\b169\.254\.169\.254\b|\bmetadata\.google\.internal\b|\b(?:instance|cloud) metadata\b/i,
  },
  {
    name: 'fetches for a stranger',
    weight: 1,
    pattern:
      /\b(?:server|backend|service|it) (?:then |also |happily )?(?:fetches|requests|downloads|connects to)\b/i,
  },
  {
    name: 'open to all',
    weight: 1,
    pattern: /\b(?:which|that|it|bucket|log|logs|page) (?:is|are) (?:public|publicly|world[- ]readable)\b/i,
  },
  { name: 'escape', weight: 3, pattern: /\b(?:sandbox|container|vm|jail) escape\b/i },
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
