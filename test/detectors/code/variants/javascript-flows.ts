/**
 * Ways for a value to get, or not to get, from a source to a sink in JavaScript. `SOURCE` is the source,
 * `SINK(x)` the sink, `SAFE(x)` the sanitizer of the class under test; `TOP` parts go before the handler.
 */
export type Flow = {
  readonly name: string;
  readonly vulnerable: boolean;
  readonly top?: string;
  readonly body: string;
};

const ng = (name: string, body: string, top = ''): Flow => ({ name, vulnerable: true, body, top });
const ok = (name: string, body: string, top = ''): Flow => ({ name, vulnerable: false, body, top });

export const javascriptFlows: readonly Flow[] = [
  ng('direct', 'SINK(SOURCE)'),
  ng('through a variable', 'const value = SOURCE;\nSINK(value)'),
  ng('through a reassigned variable', "let value = 'fixed';\nvalue = SOURCE;\nSINK(value)"),
  ng('through a list', "const list = ['a'];\nlist.push(SOURCE);\nSINK(list[1])"),
  ng('through a dictionary', "const map = {};\nmap.a = 'fixed';\nmap.b = SOURCE;\nSINK(map.b)"),
  ng('through a Map', "const map = new Map();\nmap.set('k', SOURCE);\nSINK(map.get('k'))"),
  ng('through destructuring', 'const { value } = { value: SOURCE };\nSINK(value)'),
  ng('through an array pattern', "const [first, second] = ['x', SOURCE];\nSINK(second)"),
  ng('through a helper', 'SINK(identity(SOURCE))', 'function identity(text) {\n  return text;\n}'),
  ng('into a helper with the sink', 'use(SOURCE)', 'function use(value) {\n  SINK(value)\n}'),
  ng(
    'through an arrow helper with a default',
    'SINK(pick(SOURCE))',
    "const pick = (text, other = 'x') => text || other;",
  ),
  ng(
    'in one branch',
    "let value;\nif (Math.random() > 0.5) value = SOURCE;\nelse value = 'fixed';\nSINK(value)",
  ),
  ng('in a live branch', "let value = SOURCE;\nif (1 + 1 === 3) value = 'fixed';\nSINK(value)"),
  ng('through a conditional expression', "const value = flag ? 'fixed' : SOURCE;\nSINK(value)"),
  ng('through a loop', "let value = '';\nfor (const part of [SOURCE]) value += part;\nSINK(value)"),
  ng(
    'through a class field',
    'const box = new Box(SOURCE);\nSINK(box.get())',
    'class Box {\n  constructor(value) {\n    this.value = value;\n  }\n  get() {\n    return this.value;\n  }\n}',
  ),
  ng('sanitised in one branch only', 'let value = SOURCE;\nif (flag) value = SAFE(value);\nSINK(value)'),
  ng(
    'sanitised copy not used',
    'const value = SOURCE;\nconst clean = SAFE(value);\nlog(clean);\nSINK(value)',
  ),
  ng(
    'through a switch',
    "let value;\nswitch (mode) {\n  case 'a':\n    value = 'fixed';\n    break;\n  default:\n    value = SOURCE;\n}\nSINK(value)",
  ),
  ng(
    'through try and catch',
    "let value = 'fixed';\ntry {\n  value = SOURCE;\n} catch {\n  value = 'x';\n}\nSINK(value)",
  ),
  ng(
    'check without consequence',
    "const value = SOURCE;\nif (!ALLOWED.includes(value)) console.warn('odd');\nSINK(value)",
    "const ALLOWED = ['a', 'b'];",
  ),
  ng(
    'another value checked',
    'const value = SOURCE;\nif (!ALLOWED.includes(req.query.other)) return;\nSINK(value)',
    "const ALLOWED = ['a', 'b'];",
  ),
  ng('through spread', 'const options = { ...{ value: SOURCE } };\nSINK(options.value)'),
  ng('through a closure', 'const run = () => {\n  SINK(value)\n};\nconst value = SOURCE;\nrun()'),
  ok('constant', "const value = 'fixed';\nSINK(value)"),
  ok('sanitised', 'const value = SAFE(SOURCE);\nSINK(value)'),
  ok('sanitised in a helper', 'SINK(clean(SOURCE))', 'function clean(text) {\n  return SAFE(text);\n}'),
  ok('reassigned', "let value = SOURCE;\nvalue = 'fixed';\nSINK(value)"),
  ok('other list item', "const list = ['a', SOURCE];\nSINK(list[0])"),
  ok(
    'item removed before',
    "const list = [];\nlist.push('safe');\nlist.push(SOURCE);\nlist.push('moresafe');\nlist.shift();\nSINK(list[1])",
  ),
  ok('other key', "const map = { a: 'fixed', b: SOURCE };\nSINK(map.a)"),
  ok(
    'other Map key',
    "const map = new Map();\nmap.set('a', 'fixed');\nmap.set('b', SOURCE);\nSINK(map.get('a'))",
  ),
  ok('other variable', "const value = SOURCE;\nconst other = 'fixed';\nlog(value);\nSINK(other)"),
  ok('dead branch', "let value = 'fixed';\nif (7 * 6 < 40) value = SOURCE;\nSINK(value)"),
  ok('dead conditional', "const value = 7 * 42 - 86 > 200 ? 'fixed' : SOURCE;\nSINK(value)"),
  ok(
    'dead switch case',
    "const guess = 'ABC'.charAt(1);\nlet value;\nswitch (guess) {\n  case 'A':\n    value = SOURCE;\n    break;\n  case 'B':\n    value = 'fixed';\n    break;\n  default:\n    value = SOURCE;\n}\nSINK(value)",
  ),
  ok('after a return', 'if (flag) return;\nreturn;\nSINK(SOURCE)'),
  ok('helper returns a constant', 'SINK(ignore(SOURCE))', "function ignore(text) {\n  return 'fixed';\n}"),
  ok(
    'allow-list with early return',
    'const value = SOURCE;\nif (!ALLOWED.includes(value)) return;\nSINK(value)',
    "const ALLOWED = ['a', 'b'];",
  ),
  ok(
    'allow-list set',
    'const value = SOURCE;\nif (ALLOWED.has(value)) {\n  SINK(value)\n}',
    "const ALLOWED = new Set(['a', 'b']);",
  ),
  ok('looked up in a table', 'SINK(TABLE[SOURCE])', "const TABLE = { a: 'one', b: 'two' };"),
  ok('numeric', 'const value = Number.parseInt(SOURCE, 10);\nSINK(value)'),
  ok(
    'matched against a narrow pattern',
    'const value = SOURCE;\nif (!/^[a-z0-9]{1,20}$/.test(value)) throw new Error();\nSINK(value)',
  ),
  ok(
    'pattern through a predicate',
    'const value = SOURCE;\nif (!isName(value)) return;\nSINK(value)',
    'function isName(text) {\n  return /^[a-z]+$/.test(text);\n}',
  ),
  ok('equal to a constant', "const value = SOURCE;\nif (value === 'fixed') {\n  SINK(value)\n}"),
  ok('both branches constant', "const value = SOURCE === 'a' ? 'one' : 'two';\nSINK(value)"),
  ok(
    'overwritten in every branch',
    "let value = SOURCE;\nif (flag) value = 'one';\nelse value = 'two';\nSINK(value)",
  ),
  ok(
    'class field overwritten',
    "const box = new Box(SOURCE);\nbox.value = 'fixed';\nSINK(box.value)",
    'class Box {\n  constructor(value) {\n    this.value = value;\n  }\n}',
  ),
];
