import type { Finding } from '../contracts/finding.ts';

/** Shortest prefix of a fingerprint that is shown, hexadecimal digits. */
const shortest = 8;

/**
 * The ids people type after `/devops dismiss`: prefixes of the fingerprints, as short as they can be while
 * telling all of them apart. Keyed by fingerprint.
 */
export function shortIds(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const fingerprints = [...new Set(findings.map(finding => finding.fingerprint))];
  let length = shortest;
  while (
    length < 16 &&
    new Set(fingerprints.map(value => value.slice(0, length))).size < fingerprints.length
  ) {
    length++;
  }
  return new Map(fingerprints.map(value => [value, value.slice(0, length)]));
}
