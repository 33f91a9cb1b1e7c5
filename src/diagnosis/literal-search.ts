const symbols = 128;

/**
 * A test whether a text contains one of some literals, without regard to the case of ASCII letters, in one pass however many
 * they are (Aho and Corasick, "Efficient string matching", 1975). Other characters than ASCII are taken for each other, so
 * that it may say yes too often, never too seldom.
 */
export function createLiteralSearch(literals: readonly string[]): (text: string) => boolean {
  const folds = Uint8Array.from({ length: symbols }, (_, code) => fold(code));
  const { next, accepts } = automaton(literals);
  return text => {
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      state = next[state * symbols + (code < symbols ? (folds[code] ?? 0) : symbols - 1)] ?? 0;
      if (accepts[state] === 1) return true;
    }
    return false;
  };
}

function fold(code: number): number {
  // 65 is 'A', 90 is 'Z'.
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function symbolsOf(literal: string): readonly number[] {
  return Array.from({ length: literal.length }, (_, at) => {
    const code = literal.charCodeAt(at);
    return code < symbols ? fold(code) : symbols - 1;
  });
}

function automaton(literals: readonly string[]): { readonly next: Int32Array; readonly accepts: Uint8Array } {
  const size = 1 + literals.reduce((total, literal) => total + literal.length, 0);
  const next = new Int32Array(size * symbols).fill(-1);
  const accepts = new Uint8Array(size);
  let states = 1;
  for (const literal of literals) {
    let state = 0;
    for (const symbol of symbolsOf(literal)) {
      const edge = state * symbols + symbol;
      if (next[edge] === -1) next[edge] = states++;
      state = next[edge] ?? 0;
    }
    accepts[state] = 1;
  }
  linkFailures(next, accepts);
  return { next, accepts };
}

/** Where no edge leads on, the one of the longest suffix that is a prefix does; by increasing depth. */
function linkFailures(next: Int32Array, accepts: Uint8Array): void {
  const failures = new Int32Array(accepts.length);
  const queue = [0];
  for (const state of queue) {
    const failure = failures[state] ?? 0;
    for (let symbol = 0; symbol < symbols; symbol++) {
      const edge = state * symbols + symbol;
      const target = next[edge] ?? -1;
      const other = state === 0 ? 0 : (next[failure * symbols + symbol] ?? 0);
      if (target === -1) next[edge] = other;
      else {
        failures[target] = other;
        if (accepts[other] === 1) accepts[target] = 1;
        queue.push(target);
      }
    }
  }
}
