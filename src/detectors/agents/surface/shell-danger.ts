/** Something fetched and run in one go, or code hidden in an encoding. Each alternative is bounded to one line. */
const remoteCode: readonly RegExp[] = [
  /\b(?:curl|wget|fetch|iwr|Invoke-WebRequest)\b[^\n|;]{0,300}\|\s{0,5}(?:sudo\s{1,5})?(?:env\s{1,5})?(?:ba|z|da|k)?sh\b/gi,
  /\b(?:curl|wget)\b[^\n|;]{0,300}\|\s{0,5}(?:sudo\s{1,5})?(?:python3?|node|perl|ruby|php)\b/gi,
  /\b(?:ba|z|da)?sh\s{1,5}(?:-c\s{1,5})?["']?(?:<\(|\$\()\s{0,5}(?:curl|wget)\b/gi,
  /\beval\s{1,5}["']?(?:\$\(|`)\s{0,5}(?:curl|wget)\b/gi,
  /\b(?:iex|Invoke-Expression)\b[^\n]{0,60}(?:iwr|irm|DownloadString|Invoke-(?:WebRequest|RestMethod))/gi,
  /\b(?:irm|iwr|Invoke-(?:WebRequest|RestMethod))\b[^\n|]{0,200}\|\s{0,5}(?:iex|Invoke-Expression)\b/gi,
  /\bbase64\s{1,5}(?:-d|-D|--decode)\b[^\n|]{0,100}\|\s{0,5}(?:ba|z|da)?sh\b/gi,
];

/** Reads credentials off the machine, or opens a way in. */
const theft: readonly RegExp[] = [
  /\/dev\/tcp\/[\w.$-]{1,80}\//g,
  /\b(?:nc|ncat|netcat)\b[^\n]{0,60}\s-[a-z]{0,4}e\b/g,
  /\b(?:curl|wget)\b[^\n]{0,200}(?:\$\(|`)\s{0,5}(?:env|printenv|cat\s[^\n)]{0,60}(?:\.ssh|\.aws|\.npmrc|\.netrc|\.env\b|id_rsa|credentials))/gi,
  /\b(?:env|printenv|cat\s[^\n|]{0,60}(?:\.ssh\/|\.aws\/|\.npmrc|\.netrc|id_rsa))\s{0,5}\|[^\n]{0,60}\b(?:curl|wget|nc)\b/gi,
];

export type Danger = { readonly start: number; readonly end: number; readonly message: string };

/** Commands in a text that run downloaded or encoded code, or send credentials away. */
export function shellDangers(text: string, offset = 0): readonly Danger[] {
  const find = (patterns: readonly RegExp[], message: string): readonly Danger[] =>
    patterns.flatMap(pattern =>
      [...text.matchAll(pattern)].map(match => ({
        start: offset + match.index,
        end: offset + match.index + match[0].length,
        message,
      })),
    );
  return [
    ...find(remoteCode, 'Runs code that is downloaded or decoded at that moment.'),
    ...find(theft, 'Reads credentials of the machine or opens a connection for somebody else.'),
  ];
}
