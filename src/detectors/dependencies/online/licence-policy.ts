/** Which licences a configuration admits: with `allow`, those alone; without, all that `deny` does not name. */
export type LicencePolicy = { readonly allow: readonly string[]; readonly deny: readonly string[] };

/** Deepest nesting of parentheses that is followed. */
const maxDepth = 50;

/**
 * Judges an SPDX expression (SPDX 3.0.1, annex "SPDX license expressions"): with `OR` one admitted choice is enough, with
 * `AND` all have to be. `unknown` for what is no expression, or says that nobody knows (`NOASSERTION`).
 */
export function judgeLicence(expression: string, policy: LicencePolicy): 'admitted' | 'refused' | 'unknown' {
  const tokens = expression
    .replace(/[()]/g, ' $& ')
    .split(/\s+/)
    .filter(token => token !== '');
  if (tokens.length === 0 || tokens.length > 200) return 'unknown';
  const reader = createReader(tokens);
  const verdict = readChoice(reader, policy, 0);
  if (verdict === undefined || reader.peek() !== undefined) return 'unknown';
  return verdict;
}

type Verdict = 'admitted' | 'refused' | 'unknown';
type Reader = { readonly peek: () => string | undefined; readonly take: () => string | undefined };

function createReader(tokens: readonly string[]): Reader {
  let position = 0;
  return { peek: () => tokens[position], take: () => tokens[position++] };
}

function readChoice(reader: Reader, policy: LicencePolicy, depth: number): Verdict | undefined {
  const verdicts = readList(
    reader,
    'OR',
    () => readList(reader, 'AND', () => readOne(reader, policy, depth), worst),
    best,
  );
  return verdicts;
}

function readList(
  reader: Reader,
  word: string,
  read: () => Verdict | undefined,
  join: (verdicts: readonly Verdict[]) => Verdict,
): Verdict | undefined {
  const verdicts: Verdict[] = [];
  for (;;) {
    const verdict = read();
    if (verdict === undefined) return undefined;
    verdicts.push(verdict);
    if (reader.peek()?.toUpperCase() !== word) return join(verdicts);
    reader.take();
  }
}

function readOne(reader: Reader, policy: LicencePolicy, depth: number): Verdict | undefined {
  const token = reader.take();
  if (token === undefined || depth > maxDepth || /^(?:AND|OR|WITH|\))$/i.test(token)) return undefined;
  if (token === '(') {
    const inner = readChoice(reader, policy, depth + 1);
    return reader.take() === ')' ? inner : undefined;
  }
  if (reader.peek()?.toUpperCase() === 'WITH') {
    reader.take();
    const exception = reader.take();
    if (exception === undefined) return undefined;
    // An exception only ever permits more; naming it whole admits it, too.
    const whole = judgeOne(`${token} WITH ${exception}`, policy);
    return whole === 'admitted' ? whole : judgeOne(token, policy);
  }
  return judgeOne(token, policy);
}

function judgeOne(licence: string, { allow, deny }: LicencePolicy): Verdict {
  if (/^(?:NOASSERTION|NONE|UNKNOWN|SEE|UNLICENSED)$/i.test(licence)) return 'unknown';
  const names = namesOf(licence);
  const isNamed = (list: readonly string[]): boolean =>
    list.some(entry => namesOf(entry).some(name => names.includes(name)));
  if (isNamed(deny)) return 'refused';
  return allow.length === 0 || isNamed(allow) ? 'admitted' : 'refused';
}

/** `GPL-3.0` is the old name of `GPL-3.0-only`; `GPL-3.0+` of `GPL-3.0-or-later`. */
function namesOf(licence: string): readonly string[] {
  const name = licence.toLowerCase().replace(/\+$/, '-or-later');
  const isPlainGnu = /^(?:a|l)?gpl-\d\.\d$/.test(name);
  return isPlainGnu ? [`${name}-only`] : [name];
}

function best(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('admitted')) return 'admitted';
  return verdicts.includes('unknown') ? 'unknown' : 'refused';
}

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('refused')) return 'refused';
  return verdicts.includes('unknown') ? 'unknown' : 'admitted';
}
