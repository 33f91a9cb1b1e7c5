import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withBeside } from '../../../src/analysis/beside.ts';
import { addedLines } from '../../../src/runs/review/changed-lines.ts';
import { analyseExample, analyseText } from '../analyse-text.ts';

type Package = { readonly name: string; readonly host?: string; readonly integrity?: string | null };

const npm = 'registry.npmjs.org';

function packageLock(packages: readonly Package[], version = '1.0.0'): string {
  const entries = packages.map(({ name, host = npm, integrity = 'sha512-AAAA' }) => [
    `node_modules/${name}`,
    {
      version,
      resolved: `https://${host}/${name}/-/${name}-${version}.tgz`,
      ...(integrity === null ? {} : { integrity }),
    },
  ]);
  return `${JSON.stringify({ lockfileVersion: 3, packages: Object.fromEntries(entries) }, null, 2)}\n`;
}

const usual = ['alpha-1', 'beta-1', 'gamma-1', 'delta-1', 'epsilon-1'].map(name => ({ name }));

async function rulesOf(text: string, base: string | undefined): Promise<readonly string[]> {
  const example = { path: 'package-lock.json', text, ...(base === undefined ? {} : { base }) };
  const findings = await analyseExample(example, base === undefined ? 'all' : []);
  return [...new Set(findings.map(({ rule }) => rule))];
}

describe('a lock file compared with the base', () => {
  const base = packageLock(usual);

  it('is quiet when nothing changed', async () => {
    expect(await rulesOf(base, base)).toEqual([]);
  });

  it('tells a checksum that was taken out, which adds no line', async () => {
    const text = packageLock([{ name: 'alpha-1', integrity: null }, ...usual.slice(1)]);
    expect(await rulesOf(text, base)).toEqual(['dependency-integrity-missing']);
  });

  it('tells a checksum that changed without the version', async () => {
    const text = packageLock([{ name: 'alpha-1', integrity: 'sha512-BBBB' }, ...usual.slice(1)]);
    expect(await rulesOf(text, base)).toEqual(['dependency-integrity-changed']);
  });

  it('takes a new version’s checksum as it is', async () => {
    expect(await rulesOf(packageLock(usual, '1.0.1'), base)).toEqual([]);
  });

  it('tells a package whose archive moved to another host', async () => {
    const text = packageLock([{ name: 'alpha-1', host: 'archives.example.com' }, ...usual.slice(1)]);
    expect(await rulesOf(text, base)).toEqual(['dependency-source-changed']);
  });

  it('tells a new package from a host that no other uses, at its line', async () => {
    const text = packageLock([...usual, { name: 'zeta-1', host: 'archives.example.com' }]);
    const findings = await analyseText('package-lock.json', text);
    expect(findings.map(({ rule, line }) => [rule, text.split('\n')[line - 1]?.trim()])).toEqual([
      ['dependency-foreign-registry', '"node_modules/zeta-1": {'],
    ]);
  });

  it('lets a whole company registry be', async () => {
    const text = packageLock(usual.map(({ name }) => ({ name, host: 'npm.example.com' })));
    expect(await rulesOf(text, undefined)).toEqual([]);
  });

  it('reports only packages whose lines the change touches', async () => {
    const text = '{\n  "dependencies": {\n    "expresss": "1.0.0",\n    "lodahs": "1.0.0"\n  }\n}\n';
    const { ranges } = addedLines('@@ -3,0 +4 @@\n+    "lodahs": "1.0.0"');
    const findings = await analyseText('package.json', text, ranges);
    expect(findings.map(({ line, message }) => [line, message])).toEqual([
      [4, '`lodahs` is one typing error away from `lodash`.'],
    ]);
  });
});

describe('what stands beside a lock file', () => {
  const file = (path: string) => ({ path, text: '{}', base: '{}', changedLines: [] });

  it('is the manifests and lock files of the same change', () => {
    const files = [file('package-lock.json'), file('web/package.json'), file('src/a.ts')];
    expect(withBeside(files)[0]?.beside).toEqual([{ path: 'web/package.json', text: '' }]);
    expect(withBeside(files)[2]?.beside).toBeUndefined();
  });
});

describe('typing errors', () => {
  it.each([
    ['package.json', 'lodahs'],
    ['package.json', 'expres'],
    ['package.json', 'axioss'],
    ['package.json', '@typs/node'],
    ['package.json', 'cross-envv'],
  ])('%s: %s', async (path, name) => {
    const findings = await analyseText(path, JSON.stringify({ dependencies: { [name]: '1.0.0' } }));
    expect(findings.map(({ rule }) => rule)).toEqual(['dependency-typosquat']);
  });

  it.each(['preact', 'vue2', 'lodash-es', 'xpress-x', 'left-pad', 'my-own-package', '@example/express'])(
    'none in %s',
    async name => {
      expect(
        await analyseText('package.json', JSON.stringify({ dependencies: { [name]: '1.0.0' } })),
      ).toEqual([]);
    },
  );
});

describe('the readers of dependencies', () => {
  const paths = [
    'package-lock.json',
    'package.json',
    'pnpm-lock.yaml',
    'yarn.lock',
    'requirements.txt',
    'pyproject.toml',
    'poetry.lock',
    'Pipfile.lock',
    'go.mod',
    'go.sum',
    'pom.xml',
    'build.gradle',
    'gradle.lockfile',
    'Cargo.lock',
    'Cargo.toml',
    'Gemfile.lock',
    'Gemfile',
  ];
  const fragments = fc
    .array(
      fc.oneof(
        fc.constantFrom('"a": "1.0.0"', 'a@1:', '  version "1"', '[[package]]', 'name = "a"', '<dependency>'),
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '"',
          "'",
          '"""',
          '\n',
          '  ',
          ',',
          ':',
          '=',
          '#',
          '\\',
          '==',
          '@',
          '</',
        ),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 80 },
    )
    .map(parts => parts.join(''));

  it.each(paths)('%s: reads or refuses whatever it is given', async path => {
    await fc.assert(
      fc.asyncProperty(fragments, fragments, async (text, base) => {
        const outcome = await analyseExample({ path, text, base }).then(
          () => 'read',
          (error: unknown) => String(error),
        );
        expect(outcome).toMatch(/^read$|: not (?:readable as a list of dependencies|valid)/);
      }),
      { numRuns: 60 },
    );
  });

  it.each(
    paths.flatMap(path =>
      ['<dependency>', '[', '"a" ', 'a@', ' ', 'a\\\n', "'''", '<a>', '(', 'a,'].map(
        opener => [path, opener] as const,
      ),
    ),
  )('%s: is not brought down by a long run of %j', async (path, opener) => {
    const outcome = await analyseExample({ path, text: opener.repeat(20_000) }).then(
      () => 'read',
      () => 'refused',
    );
    expect(outcome).toMatch(/read|refused/);
  });
});
