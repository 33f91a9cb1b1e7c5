/** A secret that this process holds. */
export type KnownSecret = {
  /** Its name for the operator's log, for example `PRIVATE_KEY`. */
  readonly name: string;
  readonly value: string;
};

/** `blocked` names the secrets, never their values or where they stood. */
export type SecretGuardDecision =
  | { readonly kind: 'allow' }
  | { readonly kind: 'blocked'; readonly code: 'secret-in-output'; readonly names: readonly string[] };

/** Shorter values are too ordinary to look for. */
const shortestValue = 8;
/** A piece of this many letters and digits of a value counts as a leak. */
const pieceLength = 12;

/**
 * Makes a check of outgoing texts against the secrets the process holds: as a whole, in pieces of 12 letters
 * and digits, reversed, in hexadecimal, in base64 at any alignment, URL-encoded, and with any other characters
 * strewn in between. A text that holds one is blocked, not masked: a partial leak is a leak, and something
 * upstream is broken. Values under 8 characters are not looked for.
 */
export function createSecretGuard(secrets: readonly KnownSecret[]): (text: string) => SecretGuardDecision {
  const names = new Map<string, Set<string>>();
  for (const secret of secrets) {
    for (const piece of piecesOf(secret.value)) {
      names.set(piece, (names.get(piece) ?? new Set()).add(secret.name));
    }
  }
  const lengths = [...new Set([...names.keys()].map(piece => piece.length))];
  return text => {
    const found = new Set<string>();
    // Most texts are the same decoded, and are looked through once.
    for (const form of new Set([condense(text), condense(percentDecoded(text))])) {
      for (const length of lengths) {
        for (let start = 0; start + length <= form.length; start++) {
          for (const name of names.get(form.slice(start, start + length)) ?? []) found.add(name);
        }
      }
    }
    return found.size === 0
      ? { kind: 'allow' }
      : { kind: 'blocked', code: 'secret-in-output', names: [...found].toSorted() };
  };
}

/** Letters and digits in lower case: what survives escaping, wrapping, spacing and invisible characters. */
function condense(text: string): string {
  return text
    .replaceAll('&#8203;', '')
    .replace(/[^0-9A-Za-z]/g, '')
    .toLowerCase();
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function piecesOf(value: string): readonly string[] {
  return secretParts(value).flatMap(part => {
    const bytes = Buffer.from(part);
    return [
      ...windows(condense(part), pieceLength),
      ...windows(Array.from(condense(part)).toReversed().join(''), pieceLength),
      ...windows(bytes.toString('hex'), 2 * pieceLength),
      // A value inside other data starts at any of three alignments; the incomplete group at each end is not its own.
      ...[0, 1, 2].flatMap(skip => windows(condense(wholeGroups(bytes.subarray(skip))), 14)),
    ];
  });
}

function wholeGroups(bytes: Buffer): string {
  return bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
}

/** Leaves out what is no secret: the armour of a PEM key, and host and user of a connection URL. */
function secretParts(value: string): readonly string[] {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) && URL.canParse(value) ? new URL(value) : undefined;
  const parts =
    url === undefined
      ? [value.replace(/-----(BEGIN|END) [A-Z0-9 ]+-----/g, '')]
      : [
          percentDecoded(url.password),
          ...url.pathname.split('/').filter(part => part.length >= 16),
          ...[...url.searchParams.values()].filter(part => part.length >= 16),
        ];
  return parts.map(part => part.trim()).filter(part => condense(part).length >= shortestValue);
}

/** Every piece of `length`; a shorter text is one piece, and one of too few different characters is none. */
function windows(text: string, length: number): readonly string[] {
  if (text.length < shortestValue) return [];
  if (text.length <= length) return [text];
  return Array.from({ length: text.length - length + 1 }, (_, start) =>
    text.slice(start, start + length),
  ).filter(piece => new Set(piece).size >= 4);
}
