const marker = /^<!-- devops:ci-fix:v1 (?<fingerprint>[0-9a-f]{16}) -->/;

/** The failure that a comment on a line proposes a fix for; undefined for other comments. */
export function findCiFixMarker(body: string): string | undefined {
  return marker.exec(body)?.groups?.['fingerprint'];
}

/** A fix on its line. The replacement is checked already; it cannot leave its block. */
export function renderCiFix(fix: { readonly replacement: string }, fingerprint: string): string {
  const longest = Math.max(0, ...(fix.replacement.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return [
    `<!-- devops:ci-fix:v1 ${fingerprint} -->`,
    '🤖 CI failed, and this may mend it.',
    '',
    `${fence}suggestion`,
    // Nothing between the fences takes the lines away; an empty line would replace them.
    ...(fix.replacement === '' ? [] : [fix.replacement]),
    fence,
    '',
    '<sub>Drafted by a model. Code has checked that the lines are as it says; nothing has run it.</sub>',
  ].join('\n');
}
