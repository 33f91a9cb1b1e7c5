import { charactersInWords } from './english.ts';

/** Words that documentation and templates put where a secret goes. */
const placeholderWords =
  /example|placeholder|change[-_]?(?:me|this|it)|dummy|redacted|y[o0]ur[-_]|_here|sample|insert[-_]|replace[-_]?|x{4}|A-Za-z|a-zA-Z|\*{3}|\.{3}|<[\w -]{1,40}>/i;

/** Fewer different characters than this are a pattern such as `0000` or `xyxyxy`, not a secret. */
const leastDifferentCharacters = 6;
/** Up to this length a random text can look like half a word by chance. */
const shortSecret = 24;
/** Shorter runs such as `abc` occur by chance. */
const leastSequence = 6;

/** True for strings that stand for a secret rather than being one. */
export function isPlaceholder(secret: string): boolean {
  return (
    placeholderWords.test(secret) ||
    new Set(secret).size < Math.min(leastDifferentCharacters, secret.length / 2) ||
    readableShare(secret) > (secret.length < shortSecret ? 0.75 : 0.5)
  );
}

/** The share of a text that is words or sequences, 0 to 1; `deadbeef` and other hexadecimal is no word. */
export function readableShare(text: string): number {
  const inWords = /^[0-9a-f]+$/.test(text) ? 0 : charactersInWords(text);
  return (inWords + charactersInSequences(text)) / text.length;
}

/** How many characters belong to runs such as `abcdef`, `12345678` or `000000`. */
function charactersInSequences(text: string): number {
  let total = 0;
  let start = 0;
  for (let index = 1; index <= text.length; index++) {
    const step = text.charCodeAt(index) - text.charCodeAt(index - 1);
    const sameStep = index - start === 1 || step === text.charCodeAt(index - 1) - text.charCodeAt(index - 2);
    if ((step === 0 || step === 1) && sameStep) continue;
    if (index - start >= leastSequence) total += index - start;
    start = index;
  }
  return total;
}

/** Shannon entropy in bits per character (C. E. Shannon, "A Mathematical Theory of Communication", 1948). */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let entropy = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    entropy -= share * Math.log2(share);
  }
  return entropy;
}
