/** Words that documentation and templates put where a secret goes. */
const placeholderWords =
  /example|placeholder|changeme|dummy|redacted|your[-_]|xxxx|\*\*\*\*|1234567890|abcdefgh/i;

/** True for strings that stand for a secret rather than being one. */
export function isPlaceholder(secret: string): boolean {
  return placeholderWords.test(secret) || new Set(secret).size < 6;
}
