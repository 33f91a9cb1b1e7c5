const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};

/** What an escape sequence of JavaScript, Python, Go or Java stands for; a line continuation is nothing. */
export function unescape(sequence: string): string {
  const body = sequence.slice(1);
  const hex = /^(?:x|u|U)\{?([0-9A-Fa-f]+)\}?$/.exec(body)?.[1];
  if (hex !== undefined) {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : '';
  }
  if (body.startsWith('\n') || body.startsWith('\r')) return '';
  return simple[body] ?? body;
}

/** Resolves every escape sequence in a text. */
export function unescapeAll(text: string): string {
  return text.replace(/\\(?:x[0-9A-Fa-f]{2}|u\{?[0-9A-Fa-f]{1,8}\}?|U[0-9A-Fa-f]{8}|[\s\S])/g, unescape);
}
