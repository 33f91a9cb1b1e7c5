import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownersOf, parseCodeOwners } from '../../src/parsers/code-owners.ts';

const owners = (text: string, path: string): readonly string[] => ownersOf(path, parseCodeOwners(text));

describe('owners of a path', () => {
  it.each([
    ['* matches everything', '* @all', 'a/b/c.ts', ['@all']],
    ['the last match wins', '* @all\n*.ts @ts', 'a/b.ts', ['@ts']],
    ['an earlier, closer match does not', '/src/a.ts @close\n* @all', 'src/a.ts', ['@all']],
    ['an ending matches at any depth', '*.js @js', 'a/b/c.js', ['@js']],
    ['an anchored folder', '/build/logs/ @doctocat', 'build/logs/a/b.txt', ['@doctocat']],
    ['an anchored folder is not deeper', '/build/logs/ @doctocat', 'a/build/logs/b.txt', []],
    ['a folder at any depth', 'apps/ @octocat', 'x/apps/y/z.ts', ['@octocat']],
    ['a folder is no file', 'apps/ @octocat', 'apps', []],
    ['docs/* only what is directly in it', 'docs/* @docs', 'docs/getting-started.md', ['@docs']],
    ['docs/* not what is deeper', 'docs/* @docs', 'docs/build/a.md', []],
    ['docs/** what is deeper', 'docs/** @docs', 'docs/build/a.md', ['@docs']],
    ['**/logs at any depth', '**/logs @octocat', 'deeply/nested/logs/x.txt', ['@octocat']],
    ['a slash in the middle anchors', 'src/ui @ui', 'packages/src/ui/a.ts', []],
    ['a path without an end slash matches what is in it', '/src/ui @ui', 'src/ui/a/b.ts', ['@ui']],
    ['a file', '/README.md @docs', 'README.md', ['@docs']],
    ['no owner takes ownership away', '/apps/ @octocat\n/apps/github', 'apps/github/a.ts', []],
    [
      'several owners',
      '*.go @a @o/team someone@example.com',
      'x.go',
      ['@a', '@o/team', 'someone@example.com'],
    ],
    ['a comment after the owners', '*.go @a # those of Go', 'x.go', ['@a']],
    ['upper and lower case differ', '/Src/ @a', 'src/a.ts', []],
    ['? is one character', '/v?/ @a', 'v1/a.ts', ['@a']],
    ['* stays within a segment', '/a*c @a', 'ab/c', []],
    ['** in the middle', '/a/**/z.ts @a', 'a/b/c/z.ts', ['@a']],
    ['** in the middle may be nothing', '/a/**/z.ts @a', 'a/z.ts', ['@a']],
    ['an escaped blank', '/my\\ file.md @a', 'my file.md', ['@a']],
    ['a line with a wrong owner is passed over', '* @all\n*.ts nobody', 'a.ts', ['@all']],
    ['negation is not supported', '* @all\n!*.ts @x', 'a.ts', ['@all']],
    ['character ranges are not supported', '* @all\n[ab].ts @x', 'a.ts', ['@all']],
    ['sections are not supported', '* @all\n[Docs] @x\n*.md', 'a.md', []],
    ['windows line ends', '* @all\r\n*.ts @ts\r\n', 'a.ts', ['@ts']],
    ['/* is the root only', '/* @root', 'a/b.ts', []],
    ['nothing matches', '/a @a', 'b', []],
  ])('%s', (_name, text, path, expected) => {
    expect(owners(text, path)).toEqual(expected);
  });

  it('are found for any file and path in reasonable time', () => {
    const segment = fc.stringMatching(/^[a-b*?]{1,6}$/);
    const pattern = fc.array(fc.oneof(segment, fc.constant('**')), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        pattern,
        fc.array(fc.stringMatching(/^[a-b]{1,8}$/), { minLength: 1, maxLength: 20 }),
        (parts, path) => {
          expect(Array.isArray(owners(`/${parts.join('/')} @a`, path.join('/')))).toBe(true);
        },
      ),
    );
  });

  it('do not make a pattern of many stars run away', () => {
    expect(owners(`/${'*a'.repeat(40)} @a`, 'a'.repeat(4_000))).toEqual(['@a']);
    expect(owners(`/${'**/'.repeat(40)}x @a`, `${'y/'.repeat(500)}z`)).toEqual([]);
  });

  it('of a file larger than GitHub reads are none', () => {
    expect(owners(`* @all\n${'#'.repeat(3 * 1024 * 1024)}`, 'a')).toEqual([]);
  });
});
