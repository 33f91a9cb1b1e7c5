import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { removedText, revertPatch } from '../../src/code-review/revert-patch.ts';
import { checkTexts, told } from './check-texts.ts';

const package1 = (dependencies: string): string =>
  `{\n  "name": "a",\n  "version": "1.0.0",\n  "dependencies": {\n${dependencies}  }\n}\n`;

describe('what should not have been committed', () => {
  it.each([
    ['conflict', 'conflict-marker', 'a.txt', null, 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n', [2]],
    ['no conflict', 'conflict-marker', 'a.md', null, 'Title\n=======\ntext <<<<<<< HEAD\n', []],
    ['console.log', 'debug-leftover', 'src/a.ts', 'f();\n', 'f();\nconsole.log(1);\n', [2]],
    [
      'console.log of old',
      'debug-leftover',
      'src/a.ts',
      'console.log(1);\nf();\n',
      'console.log(1);\ng();\n',
      [],
    ],
    [
      'console.log beside others',
      'debug-leftover',
      'src/a.ts',
      'console.log(1);\n',
      'console.log(1);\nconsole.log(2);\n',
      [],
    ],
    ['console.error', 'debug-leftover', 'src/a.ts', null, 'console.error(1);\n', []],
    [
      'console.log in a string',
      'debug-leftover',
      'src/a.ts',
      null,
      "f('console.log(1)'); // console.log(2)\n",
      [],
    ],
    ['console.log in a test', 'debug-leftover', 'test/a.test.ts', null, 'console.log(1);\n', []],
    ['console.log in a tool', 'debug-leftover', 'src/cli/a.ts', null, 'console.log(1);\n', []],
    ['debugger', 'debug-leftover', 'src/cli/a.ts', null, 'debugger;\n', [1]],
    ['print', 'debug-leftover', 'shop/a.py', null, 'def f():\n    print(1)\n', [2]],
    [
      'print of a program',
      'debug-leftover',
      'shop/a.py',
      null,
      'print(1)\nif __name__ == "__main__":\n    print(2)\n',
      [],
    ],
    ['pdb', 'debug-leftover', 'shop/a.py', null, 'import pdb; pdb.set_trace()\n', [1, 1]],
    ['breakpoint()', 'debug-leftover', 'shop/a.py', null, 'breakpoint()\n', [1]],
    [
      'fmt.Println',
      'debug-leftover',
      'shop/a.go',
      null,
      'package shop\n\nfunc f() {\n\tfmt.Println(1)\n}\n',
      [4],
    ],
    [
      'fmt.Println of a program',
      'debug-leftover',
      'a.go',
      null,
      'package main\n\nfunc f() {\n\tfmt.Println(1)\n}\n',
      [],
    ],
    [
      'System.out',
      'debug-leftover',
      'src/main/java/A.java',
      null,
      'class A {\n  void f() { System.out.println(1); }\n}\n',
      [2],
    ],
    ['binding.pry', 'debug-leftover', 'app/a.rb', null, 'def f\n  binding.pry\nend\n', [2]],
    ['it.only', 'focused-test', 'test/a.test.ts', null, "it.only('a', () => {});\n", [1]],
    ['describe.only', 'focused-test', 'a.spec.js', null, "describe.only('a', () => {});\n", [1]],
    ['fit', 'focused-test', 'a.spec.js', null, "fit('a', () => {});\n", [1]],
    ['.only elsewhere', 'focused-test', 'src/a.ts', null, "it.only('a', () => {});\n", []],
    ['only as a field', 'focused-test', 'test/a.test.ts', null, 'expect(a.only).toBe(1);\n', []],
    ['huge', 'huge-file', 'src/a.ts', null, 'a\n'.repeat(2_500), [1]],
    ['huge and generated', 'huge-file', 'dist/a.js', null, 'a\n'.repeat(2_500), []],
    ['lock file alone', 'lock-file', 'package-lock.json', '{}\n', '{ "a": 1 }\n', [1]],
  ] as const)('%s', async (_, kind, path, base, head, lines) => {
    const findings = (await checkTexts({ [path]: [base, head] })).filter(({ rule }) => rule === kind);
    expect(findings.map(({ line }) => line)).toEqual(lines);
  });

  it('suggests what is safe: the focus or the statement taken away', async () => {
    const findings = await checkTexts({
      'test/a.test.ts': [null, "  it.only('a', () => {});\n"],
      'src/a.ts': [null, 'debugger;\nif (a) console.log(1);\n'],
    });
    const suggestions = findings
      .filter(({ rule }) => rule === 'focused-test' || rule === 'debug-leftover')
      .map(({ path, line, suggestion }) => [path, line, suggestion]);
    expect(suggestions).toEqual([
      ['src/a.ts', 1, ''],
      ['src/a.ts', 2, undefined],
      ['test/a.test.ts', 1, "  it('a', () => {});"],
    ]);
  });

  it('compares manifests with the lock files that are there', async () => {
    const change = { 'package.json': [package1(''), package1('    "left-pad": "^1.0.0"\n')] } as const;
    expect(told(await checkTexts(change), 'lock-file')).toEqual([]);
    expect(told(await checkTexts(change, { lockFiles: ['package-lock.json'] }), 'lock-file')).toEqual([
      'package.json:5 The dependencies of package.json changed and package-lock.json did not.',
    ]);
    const version = { 'package.json': [package1(''), package1('').replace('1.0.0', '1.1.0')] } as const;
    expect(told(await checkTexts(version, { lockFiles: ['package-lock.json'] }), 'lock-file')).toEqual([]);
  });
});

describe('tests that did not change', () => {
  const behaviour = (values: string): string => `export function f(a: number) {\n${values}  return a;\n}\n`;
  const changed = [behaviour(''), behaviour('  a += 1;\n  a += 2;\n  a += 3;\n')] as const;

  it.each([
    ['no test', { 'src/cart.ts': changed }, ['src/cart.ts']],
    ['its test', { 'src/cart.ts': changed, 'test/cart.test.ts': [null, 'x\n'] }, []],
    ['another test', { 'src/cart.ts': changed, 'test/user.test.ts': [null, 'x\n'] }, ['src/cart.ts']],
    ['only comments', { 'src/cart.ts': [behaviour(''), behaviour('  // a\n  // b\n  // c\n')] }, []],
    ['a tool', { 'scripts/cart.ts': changed }, []],
  ] as const)('%s', async (_, change, expected) => {
    const findings = await checkTexts(change);
    expect(findings.filter(({ rule }) => rule === 'missing-tests').map(({ path }) => path)).toEqual(expected);
  });

  it('goes by the mapping of the configuration', async () => {
    const tests = [{ source: 'src/**/*.ts', test: ['checks/{dir}/{name}_check.ts'] }];
    const change = { 'src/shop/cart.ts': changed, 'lib/other.ts': changed } as const;
    const [finding, ...others] = (await checkTexts(change, { config: { tests } })).filter(
      ({ rule }) => rule === 'missing-tests',
    );
    expect(others).toEqual([]);
    expect(finding?.fix).toContain('`checks/shop/cart_check.ts`');
    const tested = { ...change, 'checks/shop/cart_check.ts': [null, 'x\n'] } as const;
    expect(told(await checkTexts(tested, { config: { tests } }), 'missing-tests')).toEqual([]);
  });
});

describe('documents and rules', () => {
  it('finds exports, options and files that are gone', async () => {
    const findings = await checkTexts(
      {
        'src/cart.ts': ["export function computeTotal() {}\nconst o = '--fast-mode';\n", 'export {};\n'],
        'src/old.ts': ['x;\n', null],
      },
      {
        documents: [
          {
            path: 'docs/a.md',
            text: 'Call `computeTotal()`.\nUse `--fast-mode` or `--fast-mode-2`.\nSee src/old.ts.\ncomputeTotal in prose\n',
          },
        ],
      },
    );
    expect(told(findings, 'stale-docs')).toEqual([
      'docs/a.md:1 This names the export `computeTotal`, which the change removes.',
      'docs/a.md:2 This names the option `--fast-mode`, which the change removes.',
      'docs/a.md:3 This names the file `src/old.ts`, which the change removes.',
    ]);
  });

  it('finds where a rule with a pattern is broken, in its paths and changed lines only', async () => {
    const rules = [
      { paths: ['src/**'], rule: 'No moment.js.', pattern: 'moment', severity: 'high' as const },
    ];
    const findings = await checkTexts(
      { 'src/a.ts': ['moment();\n', 'moment();\nmoment(1);\n'], 'lib/a.ts': [null, 'moment();\n'] },
      { config: { rules } },
    );
    expect(findings.filter(({ rule }) => rule === 'repository-rule')).toMatchObject([
      { path: 'src/a.ts', line: 2, severity: 'high', message: 'A rule of this repository: No moment.js.' },
    ]);
  });

  it('leaves out ignored paths and kinds that are off', async () => {
    const change = { 'src/a.ts': [null, 'debugger;\n'], 'gen/a.ts': [null, 'debugger;\n'] } as const;
    const ignore = [{ paths: ['gen'], kinds: undefined }];
    expect(told(await checkTexts(change, { config: { ignore } }), 'debug-leftover')).toHaveLength(1);
    const kinds = { 'debug-leftover': 'off' as const };
    expect(told(await checkTexts(change, { config: { kinds } }), 'debug-leftover')).toEqual([]);
  });
});

describe('the text before a change', () => {
  it('follows from the text after and the patch', () => {
    const patch = '@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n@@ -9,2 +9,1 @@\n x\n-y\n\\ No newline at end of file';
    expect(revertPatch('a\nB\nc\n4\n5\n6\n7\n8\nx\n', patch)).toBe('a\nb\nc\n4\n5\n6\n7\n8\nx\ny');
    expect(revertPatch('other\n', patch)).toBeUndefined();
    expect(removedText('@@ -1,2 +0,0 @@\n-a\n-b')).toBe('a\nb\n');
  });
});

it('never fails on any text', async () => {
  const path = fc.constantFrom(
    'a.ts',
    'a.py',
    'a.go',
    'A.java',
    'db/migrations/1.sql',
    'openapi.yaml',
    'a.proto',
    'package.json',
    'a.md',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      'export function f(',
      '<<<<<<< a\n',
      'ALTER TABLE x DROP',
      'openapi: 3.0.0\npaths: {a: *b}',
    ),
  );
  await fc.assert(
    fc.asyncProperty(path, text, text, async (name, base, head) => {
      const findings = await checkTexts({ [name]: [base, head] });
      expect(findings.every(({ line }) => line >= 1)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
