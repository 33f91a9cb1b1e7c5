import { createHash } from 'node:crypto';

/**
 * Fingerprints of a file's findings: 16 hexadecimal digits of SHA-256 over rule, path, the masked line with
 * white space collapsed, and the ordinal among equal ones. Line numbers are left out, so that a fingerprint
 * survives moves; the line is masked first, so that it gives no secret away.
 */
export function createFingerprints(): (finding: {
  readonly rule: string;
  readonly path: string;
  readonly evidence: string;
}) => string {
  const seen = new Map<string, number>();
  return ({ rule, path, evidence }) => {
    const key = `${rule}\0${path}\0${evidence.replace(/\s+/g, ' ').trim()}`;
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return createHash('sha256').update(`${key}\0${ordinal}`).digest('hex').slice(0, 16);
  };
}
