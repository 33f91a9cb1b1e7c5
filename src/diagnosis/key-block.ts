const begin = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
const end = '-----END ';
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** A hash in hexadecimal digits is no key. */
const notHexadecimal = /[G-Zg-z+/]/;
const hidden = '[private key]';

/**
 * Hides the lines of private keys in a stream, which no rule for secrets can see because it is given one line at a time;
 * also where the beginning of the key is cut off, or a program's prefix stands in front.
 */
export class KeyBlocks {
  #inside = false;

  /** The next line, with what belongs to a key replaced. */
  hide(text: string): string {
    if (text.includes('-----')) {
      this.#inside = begin.test(text) && !text.includes(end);
      return text;
    }
    if (!this.#inside && text.length < 60) return text;
    const trimmed = text.trimEnd();
    const from = Math.max(trimmed.lastIndexOf(' '), trimmed.lastIndexOf('\t')) + 1;
    const last = trimmed.slice(from);
    const isBody = last.length >= 60 && last.length <= 78 && base64.test(last) && notHexadecimal.test(last);
    // The last line of a key may be short.
    const isHidden = isBody || (this.#inside && base64.test(last));
    this.#inside = isBody;
    return isHidden ? `${trimmed.slice(0, from)}${hidden}` : text;
  }
}
