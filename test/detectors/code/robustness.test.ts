import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseText } from '../analyse-text.ts';
import { readFixtureCases } from './fixture-cases.ts';
import { flowVariants, libraryVariants } from './variants/flow-variants.ts';

const cases = readFixtureCases('test/detectors/code/fixtures');
/** Whole programs in Go and Java, and the flows in the other languages. */
const programs = [...flowVariants, ...libraryVariants].flatMap(({ variants }) => variants);

/** Cuts, doubles and swaps pieces of a text. */
const mutation = fc.record({
  at: fc.nat(),
  length: fc.integer({ min: 0, max: 40 }),
  insert: fc.constantFrom(
    '',
    '(',
    ')',
    '{',
    '}',
    '`',
    '${',
    '"',
    "'",
    '\\',
    '\n',
    ':',
    '=>',
    'async ',
    'class ',
    '[',
    '...',
    '@',
    '\0',
    '\u{1F600}',
  ),
});

function mutate(
  text: string,
  { at, length, insert }: { at: number; length: number; insert: string },
): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + insert + text.slice(start + length);
}

describe('hostile code', () => {
  it('analyses mutated programs without failing', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.array(mutation, { minLength: 1, maxLength: 8 }),
        async (one, mutations) => {
          const findings = await analyseText(one.path, mutations.reduce(mutate, one.text));
          expect(findings.length).toBeLessThan(200);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each(['.go', '.java', '.js', '.py'])(
    'analyses mutated programs in %s without failing',
    async extension => {
      const own = programs.filter(({ path }) => path.endsWith(extension));
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...own),
          fc.constantFrom(...own),
          fc.array(mutation, { minLength: 1, maxLength: 8 }),
          fc.nat(),
          async (one, other, mutations, at) => {
            // The end of one program after the beginning of another.
            const spliced =
              one.text.slice(0, at % one.text.length) + other.text.slice(at % other.text.length);
            const findings = await analyseText(one.path, mutations.reduce(mutate, spliced));
            expect(findings.length).toBeLessThan(200);
          },
        ),
        { numRuns: 250 },
      );
    },
  );

  it.each(['go', 'java'])('says the same of %s files in any order', async extension => {
    const own = programs.filter(({ path }) => path.endsWith(`.${extension}`)).slice(0, 60);
    const rules = async (files: typeof own) =>
      Promise.all(
        files.map(
          async ({ path, text }) =>
            `${text}\n${(await analyseText(path, text)).map(({ rule }) => rule).join()}`,
        ),
      );
    expect((await rules(own.toReversed())).toReversed()).toEqual(await rules(own));
  });

  it.each([
    { name: 'nested calls', path: 'src/a.js', text: `req;eval(${'f('.repeat(5000)}1${')'.repeat(5000)})` },
    { name: 'nested arrays', path: 'src/a.ts', text: `req;eval(${'['.repeat(5000)}${']'.repeat(5000)})` },
    { name: 'nested blocks', path: 'src/a.js', text: `req;eval(x);${'{'.repeat(5000)}${'}'.repeat(5000)}` },
    {
      name: 'nested parentheses',
      path: 'app/a.py',
      text: `from flask import request\neval(${'('.repeat(3000)}1${')'.repeat(3000)})`,
    },
    {
      name: 'nested functions',
      path: 'src/a.js',
      text: `req;eval(x);${'(() => '.repeat(3000)}1${')'.repeat(3000)}`,
    },
    {
      name: 'nested parentheses in Go',
      path: 'app/a.go',
      text: `package a\nimport "net/http"\nfunc f(r *http.Request) { x := ${'('.repeat(3000)}1${')'.repeat(3000)}; db.Query(x) }`,
    },
    {
      name: 'nested blocks in Java',
      path: 'src/A.java',
      text: `class A { void f(HttpServletRequest r) { Runtime.getRuntime().exec(x); ${'{'.repeat(3000)}${'}'.repeat(3000)} } }`,
    },
    {
      name: 'nested calls in Java',
      path: 'src/A.java',
      text: `class A { void f(HttpServletRequest r) { Runtime.getRuntime().exec(${'f('.repeat(3000)}1${')'.repeat(3000)}); } }`,
    },
  ])('says that it did not analyse $name', async ({ path, text }) => {
    await expect(analyseText(path, text)).rejects.toThrow(/nested deeper than/);
  });

  it('follows a concatenation of ten thousand parts', async () => {
    const text = `app.get('/', (req, res) => { eval(${"'a' + ".repeat(10_000)}req.query.x); });`;
    const rules = (await analyseText('src/a.js', text)).map(finding => finding.rule);
    expect(rules).toContain('code-injection');
  });

  it.each(['||', '&&'])('analyses a condition of three thousand sides joined by %s', async operator => {
    const sides = Array.from({ length: 3000 }, (_, at) => `x !== '${at}'`).join(operator);
    const text = `app.get('/', (req, res) => { const x = req.query.x; if (${sides}) { eval(x); } });`;
    expect((await analyseText('src/a.js', text)).map(({ rule }) => rule)).toContain('code-injection');
  });

  it('ends on predicates that ask each other in every way', async () => {
    const predicates = Array.from(
      { length: 100 },
      (_, at) =>
        `def v${at}(a):\n    b = a\n    return v${(at + 1) % 100}(b) or v${(at + 7) % 100}(a) or a == "x"\n`,
    );
    const text = `from flask import request\nimport os\n${predicates.join('')}def f():\n    x = request.args["x"]\n    if v0(x):\n        os.system(x)\n`;
    expect(await analyseText('app/a.py', text)).toBeDefined();
  });

  it('follows a concatenation of ten thousand parts in Java and Go', async () => {
    const java = `class A { void f(HttpServletRequest r) throws Exception { Runtime.getRuntime().exec(${'"a" + '.repeat(10_000)}r.getParameter("x")); } }`;
    expect((await analyseText('src/A.java', java)).map(({ rule }) => rule)).toContain('command-injection');
    const go = `package a\nimport ("net/http"; "os/exec")\nfunc f(w http.ResponseWriter, r *http.Request) { exec.Command("sh", "-c", ${'"a" + '.repeat(10_000)}r.FormValue("x")) }`;
    expect((await analyseText('app/a.go', go)).map(({ rule }) => rule)).toContain('command-injection');
  });

  it('follows a long chain of calls', async () => {
    const java = `class A { void f(HttpServletRequest r) { StringBuilder b = new StringBuilder(); b${'.append("a")'.repeat(150)}.append(r.getParameter("x")); Runtime.getRuntime().exec(b.toString()); } }`;
    expect((await analyseText('src/A.java', java)).map(({ rule }) => rule)).toContain('command-injection');
  });

  it('ends on methods that call each other in every way', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `f${at}`);
    const calls = names.map(name => `${name}(a + b)`).join(' + ');
    const methods = names.map(
      name => `String ${name}(String a) { String b = a; if (a == null) { return ${calls}; } return b; }`,
    );
    const java = `class A extends A { ${methods.join('\n')} void g(HttpServletRequest r) { Runtime.getRuntime().exec(f0(r.getParameter("x"))); } }`;
    expect(await analyseText('src/A.java', java)).toBeDefined();
    const functions = names.map(
      name =>
        `func (s *S) ${name}(a string) string { b := a; if a == "" { return ${calls.replaceAll(/f\d+/g, 's.$&')} }; return b }`,
    );
    const go = `package a\nimport ("net/http"; "os/exec")\ntype S struct { S }\n${functions.join('\n')}\nfunc (s *S) g(w http.ResponseWriter, r *http.Request) { exec.Command(s.f0(r.FormValue("x"))) }`;
    expect(await analyseText('app/a.go', go)).toBeDefined();
  });

  it('ends on functions that call each other in every way', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `f${at}`);
    const calls = names.map(name => `${name}(a + b)`).join(' + ');
    const text = names
      .map(name => `function ${name}(a, b) { if (a) { return ${calls}; } return b; }`)
      .join('\n');
    const handler = "\napp.get('/', (req, res) => { eval(f0(req.query.x, 1)); });";
    expect(await analyseText('src/a.js', text + handler)).toBeDefined();
  });

  it('ends on deeply nested loops', async () => {
    const open = Array.from({ length: 40 }, (_, at) => `for (const k${at} of x) { x = x + k${at};`).join(
      '\n',
    );
    const text = `app.get('/', (req, res) => { let x = req.query.x;\n${open}\neval(x);${'}'.repeat(40)} });`;
    const rules = (await analyseText('src/a.js', text)).map(finding => finding.rule);
    expect(rules).toContain('code-injection');
  });
});
