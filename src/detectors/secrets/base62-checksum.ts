import { crc32 } from 'node:zlib';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Length of the checksum at the end of a token, characters. */
const checksumLength = 6;

/**
 * The checksum that GitHub and npm put at the end of a token: CRC-32 of the characters between prefix and
 * checksum, in base 62, padded to six (github.blog, "Behind GitHub's new authentication token formats", 2021).
 */
function base62Checksum(body: string): string {
  let value = crc32(body);
  let text = '';
  while (value > 0) {
    text = `${base62[value % 62]}${text}`;
    value = Math.floor(value / 62);
  }
  return text.padStart(checksumLength, '0');
}

/** Whether a token such as `ghp_…` ends in the checksum of its body. */
export function hasBase62Checksum(token: string): boolean {
  const body = token.slice(token.lastIndexOf('_') + 1);
  return base62Checksum(body.slice(0, -checksumLength)) === body.slice(-checksumLength);
}

/** The same token with the right checksum. */
export function withBase62Checksum(token: string): string {
  const body = token.slice(token.lastIndexOf('_') + 1, -checksumLength);
  return token.slice(0, -checksumLength) + base62Checksum(body);
}
