import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Dependency } from '../../../src/detectors/dependencies/dependency.ts';
import { readDependencies } from './read-dependencies.ts';

const hash = 'ab'.repeat(32);
const commit = '0123456789'.repeat(4);

/** `name version source [flags]` of each dependency. */
const formats: readonly (readonly [
  title: string,
  path: string,
  text: string,
  expected: readonly string[],
])[] = [
  [
    'package-lock 1, nested and with an alias',
    'package-lock.json',
    JSON.stringify({
      lockfileVersion: 1,
      dependencies: {
        a: {
          version: '1.0.0',
          resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz',
          integrity: 'sha512-A',
        },
        b: { version: 'npm:c@2.0.0', dependencies: { d: { version: `github:x/d#${commit}` } } },
      },
    }),
    ['a 1.0.0 registry checked', 'c 2.0.0 registry as b', `d - git at ${commit}`],
  ],
  [
    'package-lock 3 without links and own folders',
    'web/package-lock.json',
    JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { dependencies: { a: '^1.0.0' } },
        'packages/own': { version: '0.0.0' },
        'node_modules/own': { resolved: 'packages/own', link: true },
        'node_modules/a': { version: '1.0.0', hasInstallScript: true, license: 'MIT' },
        'node_modules/a/node_modules/@s/b': {
          version: '2.0.0',
          resolved: 'git+ssh://git@github.com/s/b.git#main',
        },
      },
    }),
    ['a 1.0.0 registry scripts MIT', '@s/b 2.0.0 git'],
  ],
  [
    'pnpm 5',
    'pnpm-lock.yaml',
    'lockfileVersion: 5.4\n\nspecifiers:\n  a: ^1.0.0\n\npackages:\n\n  /a/1.0.0:\n    resolution: {integrity: sha512-A==}\n    requiresBuild: true\n    dev: false\n\n  /@s/b/2.0.0_a@1.0.0:\n    resolution: {integrity: sha512-B==, tarball: https://npm.example.com/@s/b/-/b-2.0.0.tgz}\n',
    ['a 1.0.0 registry checked scripts', '@s/b 2.0.0 registry checked'],
  ],
  [
    'pnpm 9',
    'pnpm-lock.yaml',
    `lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      a:\n        specifier: ^1.0.0\n        version: 1.0.0\n\npackages:\n\n  a@1.0.0:\n    resolution: {integrity: sha512-A==}\n\n  '@s/b@2.0.0':\n    resolution: {integrity: sha512-B==}\n\n  https://codeload.github.com/x/c/tar.gz/${commit}:\n    resolution: {tarball: https://codeload.github.com/x/c/tar.gz/${commit}}\n    name: c\n    version: 3.0.0\n\nsnapshots:\n\n  a@1.0.0: {}\n`,
    ['a 1.0.0 registry checked', '@s/b 2.0.0 registry checked', `c 3.0.0 git at ${commit}`],
  ],
  [
    'yarn 1',
    'yarn.lock',
    `# yarn lockfile v1\n\n\na@^1.0.0, a@~1.0.0:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/a/-/a-1.0.0.tgz#${commit}"\n\n"@s/b@npm:real-b@^2.0.0":\n  version "2.0.0"\n  resolved "https://registry.yarnpkg.com/real-b/-/real-b-2.0.0.tgz"\n  integrity sha512-B==\n  dependencies:\n    a "^1.0.0"\n\n"c@git+https://github.com/x/c.git#main":\n  version "3.0.0"\n  resolved "git+https://github.com/x/c.git#${commit}"\n`,
    ['a 1.0.0 registry checked', 'real-b 2.0.0 registry checked as @s/b', `c 3.0.0 git at ${commit}`],
  ],
  [
    'yarn 4',
    'yarn.lock',
    `__metadata:\n  version: 8\n\n"a@npm:^1.0.0":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  checksum: 10c0/${hash}\n  languageName: node\n  linkType: hard\n\n"own@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "own@workspace:."\n\n"c@https://github.com/x/c.git":\n  version: 3.0.0\n  resolution: "c@https://github.com/x/c.git#commit=${commit}"\n  checksum: 10c0/${hash}\n`,
    ['a 1.0.0 registry checked', `c 3.0.0 git at ${commit} checked`],
  ],
  [
    'requirements',
    'requirements/dev.requirements.txt',
    `-r base.txt\n--index-url https://pypi.org/simple\nRequests[socks] == 2.31.0 ; python_version > "3" # why\nflask>=2,<3\na.b==1.0 \\\n    --hash=sha256:${hash}\ngit+https://github.com/x/c.git@${commit}#egg=C_c\nd @ https://example.com/d-1.0.tar.gz\n./local\n`,
    [
      'requests 2.31.0 registry',
      'flask - registry',
      'a-b 1.0 registry checked',
      `c-c - git at ${commit}`,
      'd - archive',
    ],
  ],
  [
    'pyproject',
    'pyproject.toml',
    `[build-system]\nrequires = ["hatchling>=1"]\n\n[project]\nname = "x"\ndependencies = [\n  "Django>=4", # why\n  "a==1.0",\n]\n\n[project.optional-dependencies]\ntest = ["pytest"]\n\n[dependency-groups]\ndev = ["b @ git+https://github.com/x/b"]\n\n[tool.poetry.group.dev.dependencies]\npython = "^3.12"\nc = "^1"\nd = { git = "https://github.com/x/d.git", rev = "${commit}" }\n`,
    [
      'hatchling - registry',
      'django - registry',
      'a 1.0 registry',
      'pytest - registry',
      'b - git',
      'c - registry',
      `d - git at ${commit}`,
    ],
  ],
  [
    'poetry',
    'poetry.lock',
    `[[package]]\nname = "A"\nversion = "1.0"\ndescription = """\nlong [[package]]"""\noptional = false\nfiles = [\n    {file = "a.whl", hash = "sha256:${hash}"},\n]\n\n[package.dependencies]\nb = "*"\n\n[[package]]\nname = "b"\nversion = "2.0"\n\n[package.source]\ntype = "git"\nurl = "https://github.com/x/b.git"\nreference = "main"\nresolved_reference = "${commit}"\n\n[metadata]\nlock-version = "2.0"\ncontent-hash = "${hash}"\n`,
    ['a 1.0 registry checked', `b 2.0 git at ${commit}`],
  ],
  [
    'uv',
    'uv.lock',
    `version = 1\n\n[[package]]\nname = "own"\nversion = "0.1"\nsource = { editable = "." }\n\n[[package]]\nname = "a"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\nsdist = { url = "https://files.pythonhosted.org/a.tar.gz", hash = "sha256:${hash}", size = 1 }\nwheels = [\n    { url = "https://files.pythonhosted.org/a.whl", hash = "sha256:${hash}" },\n]\n\n[[package]]\nname = "b"\nversion = "2.0"\nsource = { git = "https://github.com/x/b?rev=main#${commit}" }\n`,
    ['a 1.0 registry checked', `b 2.0 git at ${commit}`],
  ],
  [
    'Pipfile.lock',
    'Pipfile.lock',
    JSON.stringify({
      _meta: { hash: { sha256: hash } },
      default: { A_a: { version: '==1.0', hashes: [`sha256:${hash}`] } },
      develop: { b: { git: 'https://github.com/x/b.git', ref: commit } },
    }),
    ['a-a 1.0 registry checked', `b - git at ${commit}`],
  ],
  [
    'go.mod',
    'go.mod',
    'module example.com/app\n\ngo 1.22\n\nrequire github.com/x/a v1.0.0\n\nrequire (\n\tgithub.com/x/b/v2 v2.1.0 // indirect\n\tgopkg.in/c.v3 v3.0.0+incompatible\n)\n\nexclude github.com/x/d v1.0.0\n',
    ['github.com/x/a 1.0.0 registry', 'github.com/x/b/v2 2.1.0 registry', 'gopkg.in/c.v3 3.0.0 registry'],
  ],
  [
    'go.sum',
    'go.sum',
    'github.com/x/a v1.0.0 h1:AAAA=\ngithub.com/x/a v1.0.0/go.mod h1:BBBB=\n',
    ['github.com/x/a 1.0.0 registry checked'],
  ],
  [
    'Maven',
    'service/pom.xml',
    '<project><properties><v>1.2.3</v></properties><dependencies>\n<!-- <dependency><groupId>x</groupId><artifactId>no</artifactId></dependency> -->\n<dependency>\n<groupId>g</groupId>\n<artifactId>a</artifactId>\n<version>${v}</version></dependency>\n<dependency><groupId>g</groupId><artifactId>b</artifactId></dependency></dependencies></project>',
    ['g:a 1.2.3 registry', 'g:b - registry'],
  ],
  [
    'Gradle',
    'build.gradle.kts',
    'dependencies {\n  implementation("g:a:1.2.3")\n  testImplementation("g:b:1.+")\n}\n',
    ['g:a 1.2.3 registry', 'g:b - registry'],
  ],
  [
    'Gradle locks',
    'gradle.lockfile',
    '# comment\ng:a:1.2.3=compileClasspath\nempty=\n',
    ['g:a 1.2.3 registry'],
  ],
  [
    'Cargo.lock',
    'Cargo.lock',
    `version = 3\n\n[[package]]\nname = "own"\nversion = "0.1.0"\n\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\nchecksum = "${hash}"\n\n[[package]]\nname = "b"\nversion = "2.0.0"\nsource = "git+https://github.com/x/b?branch=main#${commit}"\n`,
    ['a 1.0.0 registry checked', `b 2.0.0 git at ${commit}`],
  ],
  [
    'Cargo.toml',
    'Cargo.toml',
    `[package]\nname = "own"\n\n[dependencies]\na = "1"\nb = { git = "https://github.com/x/b", rev = "${commit}" }\nserde = { package = "other", version = "1" }\n\n[dev-dependencies.c]\nversion = "2"\n`,
    ['a - registry', `b - git at ${commit}`, 'other - registry as serde', 'c - registry'],
  ],
  [
    'Gemfile.lock',
    'Gemfile.lock',
    `GIT\n  remote: https://github.com/x/c.git\n  revision: ${commit}\n  specs:\n    c (3.0.0)\n\nGEM\n  remote: https://rubygems.org/\n  specs:\n    a (1.0.0-x86_64-linux)\n      b (~> 2.0)\n    b (2.0.0)\n\nDEPENDENCIES\n  a\n\nCHECKSUMS\n  b (2.0.0) sha256=${hash}\n`,
    [`c 3.0.0 git at ${commit}`, 'a 1.0.0 registry', 'b 2.0.0 registry checked'],
  ],
  [
    'Gemfile',
    'Gemfile',
    `source 'https://rubygems.org'\ngem 'rails', '~> 7.0'\ngem "a", git: 'https://github.com/x/a.git', ref: '${commit}'\ngem 'b', path: '../b'\n`,
    ['rails - registry', `a - git at ${commit}`, 'b - path'],
  ],
];

function summary({ name, version, source, integrity, alias, runsScripts, licence }: Dependency): string {
  return [
    name,
    version ?? '-',
    source.kind,
    ...(source.kind === 'git' && source.commit !== undefined ? [`at ${source.commit}`] : []),
    ...(integrity === undefined ? [] : ['checked']),
    ...(runsScripts ? ['scripts'] : []),
    ...(alias === undefined ? [] : [`as ${alias}`]),
    ...(licence === undefined ? [] : [licence]),
  ].join(' ');
}

describe('lock files and manifests', () => {
  it.each(formats)('%s', (_title, path, text, expected) => {
    const file = readDependencies(path, text);
    expect(file?.dependencies.map(summary)).toEqual(expected);
    for (const { span, place } of file?.dependencies ?? []) {
      expect(span.start).toBeLessThanOrEqual(place.start);
      expect(place.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('reads this project’s own lock file', () => {
    const file = readDependencies('package-lock.json', readFileSync('package-lock.json', 'utf8'));
    expect(file?.dependencies.find(({ name }) => name === 'zod')?.source.kind).toBe('registry');
  });

  it.each(['node_modules/a/package.json', 'src/requirements.ts', 'docs/package.md'])(
    'leaves %s alone',
    path => {
      expect(readDependencies(path, '{}')).toBeUndefined();
    },
  );

  it.each(['package.json', 'Cargo.lock', 'Pipfile.lock'])('says when %s cannot be read', path => {
    expect(() => readDependencies(path, '{ not } readable')).toThrow('');
  });
});
