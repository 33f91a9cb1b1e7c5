import { describe, expect, it } from 'vitest';
import type { BlobContent, ChangedFile } from '../../../src/clients/github/repository-client.ts';
import { collectChange } from '../../../src/runs/review/collect-change.ts';

const sha = (digit: string): string => digit.repeat(40);

function changed(file: Partial<ChangedFile> & Pick<ChangedFile, 'path'>): ChangedFile {
  return {
    previousPath: undefined,
    status: 'modified',
    blobSha: sha('1'),
    additions: 0,
    deletions: 0,
    patch: undefined,
    ...file,
  };
}

function readerOf(contents: Readonly<Record<string, BlobContent>>) {
  return {
    readBlobs: async (expressions: readonly string[]) =>
      new Map(
        expressions.map(expression => [expression, contents[expression] ?? ({ kind: 'missing' } as const)]),
      ),
  };
}

const text = (value: string): BlobContent => ({ kind: 'text', text: value });

describe('collectChange', () => {
  it('takes the changed lines from a whole patch', async () => {
    const file = changed({ path: 'a.ts', additions: 1, patch: '@@ -1 +1,2 @@\n a\n+b' });
    const change = await collectChange(readerOf({ [sha('1')]: text('a\nb') }), {
      listed: [file],
      changedFiles: 1,
      baseSha: sha('0'),
    });
    expect(change.files).toEqual([{ path: 'a.ts', text: 'a\nb', changedLines: [{ start: 2, end: 2 }] }]);
    expect(change.notAnalysed).toEqual([]);
  });

  it.each([
    ['left out', undefined],
    ['cut short', '@@ -1 +1,3 @@\n a\n+b'],
  ])('compares with the base when the patch was %s', async (_name, patch) => {
    const file = changed({ path: 'a.ts', additions: 2, patch });
    const contents = { [sha('1')]: text('a\nb\nc'), [`${sha('0')}:a.ts`]: text('a') };
    const change = await collectChange(readerOf(contents), {
      listed: [file],
      changedFiles: 1,
      baseSha: sha('0'),
    });
    expect(change.files[0]?.changedLines).toEqual([{ start: 2, end: 3 }]);
  });

  it('takes the whole file as changed when neither patch nor base can be read', async () => {
    const file = changed({ path: 'a.ts', additions: 2 });
    const change = await collectChange(readerOf({ [sha('1')]: text('a\nb') }), {
      listed: [file],
      changedFiles: 1,
      baseSha: sha('0'),
    });
    expect(change.files[0]?.changedLines).toBe('all');
  });

  it('says how many files a cut listing lacks', async () => {
    const file = changed({ path: 'a.ts', additions: 1, patch: '@@ -0,0 +1 @@\n+a' });
    const change = await collectChange(readerOf({ [sha('1')]: text('a') }), {
      listed: [file],
      changedFiles: 3001,
      baseSha: sha('0'),
    });
    expect(change.notAnalysed).toEqual([
      { path: null, reason: expect.stringContaining('3000 of 3001 changed files') },
    ]);
  });

  it('lists submodules, too large and unreadable files, and counts binary ones', async () => {
    const submodule = changed({
      path: 'lib',
      additions: 1,
      patch: `@@ -0,0 +1 @@\n+Subproject commit ${sha('a')}`,
      blobSha: sha('a'),
    });
    const large = changed({ path: 'large.js', status: 'added', blobSha: sha('2') });
    const binary = changed({ path: 'logo.png', status: 'added', blobSha: sha('3') });
    const gone = changed({ path: 'gone.js', status: 'added', blobSha: sha('4') });
    const contents = {
      [sha('2')]: { kind: 'too-large', bytes: 9_000_000 },
      [sha('3')]: { kind: 'binary' },
    } as const;
    const change = await collectChange(readerOf(contents), {
      listed: [submodule, large, binary, gone],
      changedFiles: 4,
      baseSha: sha('0'),
    });
    expect(change.notAnalysed.map(({ path }) => path)).toEqual(['lib', 'large.js', 'gone.js']);
    expect(change.binaryFiles).toBe(1);
    expect(change.files).toEqual([]);
  });

  it('skips removed files and pure renames, but not a rename that makes a workflow of a text', async () => {
    const removed = changed({ path: 'old.ts', status: 'removed', deletions: 4 });
    const renamed = changed({ path: 'b.ts', previousPath: 'a.ts', status: 'renamed' });
    const promoted = changed({
      path: '.github/workflows/ci.yml',
      previousPath: 'docs/ci.yml',
      status: 'renamed',
      blobSha: sha('5'),
    });
    const change = await collectChange(readerOf({ [sha('5')]: text('on: push') }), {
      listed: [removed, renamed, promoted],
      changedFiles: 3,
      baseSha: sha('0'),
    });
    expect(change.files).toEqual([
      { path: '.github/workflows/ci.yml', text: 'on: push', changedLines: 'all' },
    ]);
    expect(change.notAnalysed).toEqual([]);
  });
});
