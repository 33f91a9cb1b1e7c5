import { maskText } from '../analysis/mask.ts';

/**
 * Masks what looks like a secret in another tool's message or snippet. Where the secret stands is not known, so
 * this errs on the side of masking: long runs of letters with digits, passwords in URLs, assigned credentials.
 */
export function maskForeignText(text: string): string {
  return text
    .replace(/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[\s\S]*/g, maskText)
    .replace(/(:\/\/[^\s:/@]{0,100}:)[^\s@/]{1,200}(?=@)/g, `$1${maskText}`)
    .replace(
      /((?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|credential)s?["']?\s{0,3}[:=]\s{0,3})["']?[^\s"',;)]{4,500}["']?/gi,
      `$1${maskText}`,
    )
    .replace(/[A-Za-z0-9_+=-]{16,}/g, run => (looksRandom(run) ? maskText : run));
}

function looksRandom(run: string): boolean {
  const digits = run.replace(/[^0-9]/g, '').length;
  return digits >= 2 && /[A-Za-z]/.test(run) && new Set(run).size >= 8;
}
