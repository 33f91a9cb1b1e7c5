import { entropyOf, isPlaceholder, readableShare } from './placeholder.ts';

/** Bits per character that random text of an alphabet exceeds at 16 and more characters, and words do not. */
const leastEntropy = { digits: 2.2, hex: 2.7, other: 3.1 } as const;

/**
 * True for text that looks drawn at random: enough entropy for its alphabet, digits among letters, and not a
 * word, a path, a version, a reference or a known kind of identifier.
 */
export function looksRandom(value: string): boolean {
  if (value.length < 12 || /\s/.test(value) || isPlaceholder(value)) return false;
  if (!/\d/.test(value) && !hasMixedCaseNoise(value)) return false;
  if (isReadable(value)) return false;
  return entropyOf(value) >= thresholdOf(value);
}

function thresholdOf(value: string): number {
  if (/^\d+$/.test(value)) return leastEntropy.digits;
  return /^[0-9a-f-]+$/i.test(value) ? leastEntropy.hex : leastEntropy.other;
}

/** Letters only, yet changing case as no name does: `GrwQtZbYpkLs`. */
function hasMixedCaseNoise(value: string): boolean {
  if (!/^[A-Za-z]{20,}$/.test(value)) return false;
  const changes = value.match(/[a-z][A-Z]|[A-Z]{2}[a-z]/g)?.length ?? 0;
  return changes * 5 > value.length;
}

const readable = [
  /^(?:https?|ftp|file|s3|arn|urn|data|git|ssh|ws{1,2}|jdbc|mailto|vault|op|ref|secret|projects):/i,
  /^[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}$/,
  /^[~.]{0,2}\/[\w.@-]{1,80}(?:\/[\w.@-]{0,80}){0,20}$/,
  /^[A-Za-z]:\\/,
  /^[\w-]{1,80}(?:\.[A-Za-z][\w-]{0,60}){1,6}$/,
  /^v?\d{1,4}(?:\.\d{1,6}){1,4}(?:[-+.]\w{1,20}){0,6}$/,
  /^\d{4}-\d\d-\d\d/,
  /^(?:sha(?:1|224|256|384|512)|md5|blake2b?)[-:]/i,
  /^[$&@!*#%]|[({[<]|\)$|^--/,
  /^(?:application|text|image|audio|video|multipart)\//,
  /^\+?[\d ()-]{7,20}$/,
  /^#?[0-9a-f]{3,8}$/i,
];

/** Things that people or tools write with a meaning: paths, references, versions, dates, words. */
function isReadable(value: string): boolean {
  return readable.some(pattern => pattern.test(value)) || readableShare(value) >= 0.6;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Identifiers in the form of RFC 9562; most are names of things, few are secrets. */
export function isUuid(value: string): boolean {
  return uuid.test(value);
}

/** A password someone chose: letters with digits or signs, and not merely words. */
export function looksLikePassword(value: string): boolean {
  if (value.length < 8 || value.length > 128 || /\s/.test(value) || isPlaceholder(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^0-9A-Za-z_.-]/].filter(kind => kind.test(value)).length;
  return kinds >= 3 && !isReadable(value) && entropyOf(value) >= 2.5;
}
