import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, readRules } from './run-user-rules.ts';

const rule = (search: object, languages: readonly string[]): string =>
  JSON.stringify({ rules: [{ id: 'x', message: 'No.', severity: 'high', languages, ...search }] });

const paths: Readonly<Record<string, string>> = {
  javascript: 'src/a.ts',
  python: 'a.py',
  go: 'a.go',
  java: 'A.java',
};

type Case = readonly [search: object, language: string, text: string, lines: readonly number[]];

const cases: readonly Case[] = [
  [
    { pattern: 'legacy.encrypt($X, ...)' },
    'javascript',
    'legacy.encrypt(a);\nlegacy.encrypt(b, 1, 2);\nother.encrypt(a);\n',
    [1, 2],
  ],
  [{ pattern: '$X == $X' }, 'javascript', 'if (a.b == a.b) {}\nif (a == b) {}\n', [1]],
  [{ pattern: 'fetch("...")' }, 'javascript', "fetch('http://x');\nfetch(url);\n", [1]],
  [
    { pattern: 'new Widget(...)', not: 'new Widget($X, { safe: true })' },
    'javascript',
    'new Widget(a, { safe: true });\nnew Widget(a);\n',
    [2],
  ],
  [
    { pattern: 'setTimeout($F, $MS)', where: { $MS: { matches: '^\\d{5,}$' } } },
    'javascript',
    'setTimeout(f, 100);\nsetTimeout(f, 60000);\n',
    [2],
  ],
  [
    { pattern: 'call($F)', where: { $F: { not: '^safe' } } },
    'javascript',
    'call(safeOne);\ncall(other);\n',
    [2],
  ],
  [{ pattern: 'if ($C) { ... }' }, 'javascript', 'if (a) { b(); c(); }\nif (a) b();\n', [1]],
  [{ pattern: 'pickle.loads($X)' }, 'python', 'import pickle\npickle.loads(data)\njson.loads(data)\n', [2]],
  [
    { pattern: 'open($P, mode="w", ...)' },
    'python',
    'open(p, mode="w")\nopen(p, mode="w", encoding="x")\nopen(p)\n',
    [1, 2],
  ],
  [
    { pattern: 'legacy.Encrypt($X)' },
    'go',
    'package a\n\nfunc f() {\n\tlegacy.Encrypt(a)\n\tx := legacy.Encrypt(b)\n\t_ = x\n}\n',
    [4, 5],
  ],
  [
    { pattern: 'Legacy.encrypt($X)' },
    'java',
    'class A {\n  void m() {\n    Legacy.encrypt(a);\n    Object x = Legacy.encrypt(b);\n  }\n}\n',
    [3, 4],
  ],
  [
    { query: '(call_expression function: (identifier) @match (#eq? @match "eval"))' },
    'javascript',
    'eval(a);\nother(a);\n',
    [1],
  ],
  [{ query: '(assert_statement) @match' }, 'python', 'x = 1\nassert x\n', [2]],
  [
    { taint: { sources: ['inbox.read()'], sinks: ['*.publish'], sanitizers: ['clean'] } },
    'javascript',
    'const m = inbox.read();\nbus.publish(m);\nbus.publish(clean(m));\nbus.publish("x");\nconst n = [m];\nbus.publish(n[0]);\n',
    [2, 6],
  ],
  [
    { taint: { sources: ['inbox.read()'], sinks: [{ call: 'bus.publish', arguments: [1] }] } },
    'python',
    'import inbox, bus\n\ndef f():\n    m = inbox.read()\n    bus.publish(m, 1)\n    bus.publish(1, f"x {m}")\n',
    [6],
  ],
  [
    { taint: { sources: ['queue.Pop()'], sinks: [{ call: 'exec.Command', arguments: [0, 1] }] } },
    'go',
    'package a\n\nimport "os/exec"\n\nfunc f() {\n\tc := queue.Pop()\n\texec.Command("sh", c).Run()\n\texec.Command("ls").Run()\n}\n',
    [7],
  ],
  [
    { taint: { sinks: ['render'] } },
    'javascript',
    "app.get('/', (req, res) => {\n  render(req.query.a);\n  render('b');\n});\n",
    [2],
  ],
];

describe('own rules', () => {
  it.each(cases)('%j in %s', async (search, language, text, lines) => {
    const rules = readRules(rule(search, [language]));
    expect(await linesOf(rules, { path: paths[language] ?? '', text })).toEqual(lines);
  });

  it('look only at the paths they name', async () => {
    const rules = readRules(
      rule({ pattern: 'f()', paths: { include: ['src/**'], exclude: ['src/gen/**'] } }, ['javascript']),
    );
    expect(await linesOf(rules, { path: 'src/a.js', text: 'f();\n' })).toEqual([1]);
    expect(await linesOf(rules, { path: 'src/gen/a.js', text: 'f();\n' })).toEqual([]);
    expect(await linesOf(rules, { path: 'test/a.js', text: 'f();\n' })).toEqual([]);
  });
});

describe('JSX', () => {
  it('is matched in TSX', async () => {
    const rules = readRules(rule({ pattern: '<Unsafe html={$X} />' }, ['javascript']));
    expect(await linesOf(rules, { path: 'a.tsx', text: 'const a = <Unsafe html={b} />;\n' })).toEqual([1]);
    expect(await linesOf(rules, { path: 'a.ts', text: 'const a = 1;\n' })).toEqual([]);
  });
});

describe('an own rule that would run away', () => {
  it('is stopped, and the file counts as not looked at', async () => {
    const rules = readRules(
      rule({ pattern: 'f(..., $A, ..., $B, ..., $C, ..., $A, $B, $C, 9)' }, ['javascript']),
    );
    const text = `f(${Array.from({ length: 400 }, (_, index) => `x${index % 7}`).join(', ')});\n`;
    await expect(linesOf(rules, { path: 'a.js', text })).rejects.toThrow(
      'the rule custom/x takes too long on it',
    );
  });

  it('whatever the pattern and the code', async () => {
    const parts = fc.array(
      fc.constantFrom(
        '$A',
        '...',
        'f(',
        ')',
        ',',
        '{',
        '}',
        '"..."',
        ';',
        'x',
        '.',
        '=>',
        'if',
        '$_',
        '`',
        '<',
      ),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(parts, parts, async (pattern, code) => {
        const rules = readRules(rule({ pattern: `x ${pattern.join(' ')}` }, ['javascript']));
        const outcome = await linesOf(rules, { path: 'a.js', text: code.join(' ') }).catch(() => 'refused');
        expect(outcome === 'refused' || Array.isArray(outcome)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
