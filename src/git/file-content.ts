import type { Buffer } from 'node:buffer';

/** How much of a file is searched for NUL bytes; the same as git's own test. */
export const probeBytes = 8000;

/** Text formats that rules read; a NUL byte in one of them does not make it binary. */
const textFormat =
  /(?:^|\/)(?:dockerfile|makefile|jenkinsfile|\.env[^/]*)$|\.(?:[cm]?[jt]sx?|pyi?|go|java|kts?|ya?ml|json[c5]?|toml|ini|cfg|conf|env|tf|tfvars|hcl|sh|bash|zsh|ps1|rb|php|cs|rs|sql|xml|html?|vue|svelte|properties|md|mdx|txt|pem|key)$/i;

/** A file's text, or that it has none. */
export type FileContent = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'binary' };

/**
 * Decodes a file: UTF-16 by its byte order mark, else UTF-8. Binary is what has a NUL byte near its start and
 * no name of a text format, so that a NUL in a comment cannot hide a script.
 */
export function decodeFile(path: string, bytes: Buffer): FileContent {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return text(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return text(new TextDecoder('utf-16be').decode(bytes));
  const hasNul = bytes.subarray(0, probeBytes).includes(0);
  if (hasNul && !textFormat.test(path)) return { kind: 'binary' };
  return text(bytes.toString('utf8'));
}

function text(content: string): FileContent {
  return { kind: 'text', text: content };
}
