import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeRepository } from './github/index.ts';
import { startTestGitHub, type TestGitHub } from './start-github.ts';

let test: TestGitHub;
beforeAll(async () => {
  test = await startTestGitHub();
});
afterAll(async () => {
  test.github.assertValid();
  await test.close();
});

let count = 0;
/** The files that the API lists for a change of `before` to `after`. */
async function filesOf(
  before: Parameters<FakeRepository['push']>[1],
  after: Parameters<FakeRepository['push']>[1],
) {
  const repository = test.github.state.repository({ name: `diff-${++count}`, files: before });
  repository.push('change', after);
  const { number } = repository.openPullRequest({ head: 'change' });
  return (await test.call(`GET /repos/${repository.fullName}/pulls/${number}/files?per_page=100`)).json;
}

describe('the files of a pull request', () => {
  it('lists a changed file with the hunks alone', async () => {
    const [file] = await filesOf({ 'a.txt': 'one\ntwo\n' }, { 'a.txt': 'one\nthree\n' });
    expect(file).toMatchObject({
      filename: 'a.txt',
      status: 'modified',
      additions: 1,
      deletions: 1,
      changes: 2,
    });
    expect(file.patch).toBe('@@ -1,2 +1,2 @@\n one\n-two\n+three');
  });

  it('says when a file has no newline at its end', async () => {
    const [file] = await filesOf({ 'a.txt': 'one\n' }, { 'a.txt': 'one\ntwo' });
    expect(file.patch).toBe('@@ -1 +1,2 @@\n one\n+two\n\\ No newline at end of file');
  });

  it('keeps carriage returns', async () => {
    const [file] = await filesOf({ 'a.txt': 'one\r\n' }, { 'a.txt': 'one\r\ntwo\r\n' });
    expect(file.patch).toBe('@@ -1 +1,2 @@\n one\r\n+two\r');
  });

  it('follows a rename with and without a change', async () => {
    const lines = Array.from({ length: 20 }, (_, index) => `line ${index}\n`).join('');
    const files = await filesOf(
      { 'old.txt': lines, 'same.txt': `same\n${lines}` },
      { 'old.txt': null, 'new.txt': `${lines}more\n`, 'same.txt': null, 'moved/same.txt': `same\n${lines}` },
    );
    expect(files).toMatchObject([
      { filename: 'moved/same.txt', previous_filename: 'same.txt', status: 'renamed', changes: 0 },
      { filename: 'new.txt', previous_filename: 'old.txt', status: 'renamed', additions: 1, deletions: 0 },
    ]);
    expect(files[0]).not.toHaveProperty('patch');
    expect(files[1].patch).toContain('+more');
  });

  it.each([
    ['a binary file', { 'a.bin': Buffer.from([0, 1, 2, 255]) }, { status: 'added', changes: 0 }],
    ['an empty file', { 'empty.txt': '' }, { status: 'added', changes: 0 }],
    ['a mode alone', { 'README.md': { executable: '# Read me\n' } }, { status: 'modified', changes: 0 }],
    ['a file that becomes a link', { 'README.md': { symlink: 'other' } }, { status: 'changed' }],
    [
      'more than 20,000 lines',
      { 'long.txt': 'a\n'.repeat(20_001) },

      { status: 'added', additions: 20_001 },
    ],
    ['more than 500 kB', { 'wide.txt': `${'a'.repeat(500_001)}\n` }, { status: 'added', additions: 1 }],
  ])('gives no patch of %s', async (_name, after, expected) => {
    const [file] = await filesOf({ 'README.md': '# Read me\n' }, after);
    expect(file).toMatchObject(expected);
    expect(file).not.toHaveProperty('patch');
  });

  it('shows a link by its target and a submodule by its commit', async () => {
    const commit = 'a'.repeat(40);
    const files = await filesOf(
      { 'README.md': '' },
      { link: { symlink: 'README.md' }, vendored: { submodule: commit } },
    );
    expect(files).toMatchObject([
      { filename: 'link', patch: '@@ -0,0 +1 @@\n+README.md\n\\ No newline at end of file' },
      { filename: 'vendored', sha: commit, patch: `@@ -0,0 +1 @@\n+Subproject commit ${commit}` },
    ]);
  });

  it('is not led astray by text that looks like a diff, by bytes that are no UTF-8, or by odd names', async () => {
    const files = await filesOf(
      { 'a.txt': '' },
      {
        'a.txt': 'x\rdiff --git a/b b/b\n@@ -1 +1 @@\ndiff --git a/c b/c\n',
        'b.txt': Buffer.from([0x66, 0xfc, 0x72, 0x0a]),
        'ü "quoted"\t.txt': 'text\n',
        'z.txt': 'last\n',
      },
    );
    expect(files.map(({ filename }: { filename: string }) => filename)).toEqual([
      'a.txt',
      'b.txt',
      'z.txt',
      'ü "quoted"\t.txt',
    ]);
    expect(files[0].additions).toBe(3);
    expect(files[1].patch).toBe('@@ -0,0 +1 @@\n+f\uFFFDr');
    expect(files[2].patch).toBe('@@ -0,0 +1 @@\n+last');
    expect(files[3].patch).toBe('@@ -0,0 +1 @@\n+text');
  });

  it('gives the blob before of a removed file', async () => {
    const [file] = await filesOf({ 'README.md': '', 'a.txt': 'one\n' }, { 'a.txt': null });
    expect(file).toMatchObject({ status: 'removed', sha: '5626abf0f72e58d7a153368ba57db4c673c0e171' });
  });

  it('stops showing changes once a response has 20,000 lines, without a word, and shows them on smaller pages', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [`f${index}.txt`, `${index}\n`.repeat(6000)]),
    );
    const repository = test.github.state.repository({ name: 'much' });
    repository.push('change', files);
    const { number } = repository.openPullRequest({ head: 'change' });
    const list = `GET /repos/${repository.fullName}/pulls/${number}/files`;
    const all = (await test.call(`${list}?per_page=100`)).json;
    expect(all.map(({ changes }: { changes: number }) => changes)).toEqual([6000, 6000, 6000, 0, 0]);
    expect(all[3]).not.toHaveProperty('patch');
    const [fourth] = (await test.call(`${list}?per_page=1&page=4`)).json;
    expect(fourth).toMatchObject({ filename: 'f3.txt', changes: 6000 });
  });

  it('pages, and ends at 3,000 files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3010 }, (_, index) => [`f/${index}.txt`, `${index}\n`]),
    );
    const repository = test.github.state.repository({ name: 'many' });
    repository.push('change', files);
    const { number } = repository.openPullRequest({ head: 'change' });
    const list = `GET /repos/${repository.fullName}/pulls/${number}/files`;
    const first = await test.call(list);
    expect(first.json).toHaveLength(30);
    expect(first.headers.get('link')).toMatch(/page=2>; rel="next", .*page=100>; rel="last"/);
    const last = await test.call(`${list}?per_page=100&page=30`);
    expect(last.json).toHaveLength(100);
    expect(last.headers.get('link')).not.toContain('rel="next"');
    expect((await test.call(`${list}?per_page=100&page=31`)).json).toEqual([]);
    expect((await test.call(`GET /repos/${repository.fullName}/pulls/${number}`)).json.changed_files).toBe(
      3010,
    );
    const diff = await test.call(`GET /repos/${repository.fullName}/pulls/${number}`, {
      accept: 'application/vnd.github.diff',
    });
    expect(diff.status).toBe(406);
  });

  it('compares with the merge base, not with the tip of the base', async () => {
    const repository = test.github.state.repository({ name: 'behind' });
    repository.push('change', { 'a.txt': 'a\n' });
    repository.push('main', { 'b.txt': 'b\n' });
    const { number } = repository.openPullRequest({ head: 'change' });
    const { json } = await test.call(`GET /repos/${repository.fullName}/pulls/${number}/files`);
    expect(json).toMatchObject([{ filename: 'a.txt' }]);
    const compared = await test.call(`GET /repos/${repository.fullName}/compare/main...change`);
    expect(compared.json).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 1, files: [{}] });
  });
});

describe('a pull request from a fork', () => {
  it('has its head in the fork, and its commits in the base repository as well', async () => {
    const repository = test.github.state.repository({ name: 'forked' });
    repository.push('change', { 'a.txt': 'a\n' });
    const pullRequest = repository.openPullRequest({ head: 'change', author: 'stranger', fork: true });
    pullRequest.headRepository.push('change', { 'a.txt': 'b\n' });
    const { json } = await test.call(`GET /repos/octo/forked/pulls/${pullRequest.number}`);
    expect(json.head).toMatchObject({
      sha: pullRequest.headSha,
      repo: { full_name: 'stranger/forked', fork: true },
    });
    expect(json.base.repo).toMatchObject({ full_name: 'octo/forked', fork: false });
    expect((await test.call('GET /repos/octo/forked/branches/change')).status).toBe(404);
    expect((await test.call(`GET /repos/octo/forked/commits/${pullRequest.headSha}`)).status).toBe(200);
    const head = await test.call(`GET /repos/octo/forked/git/ref/pull/${pullRequest.number}/head`);
    expect(head.json.object.sha).toBe(pullRequest.headSha);
    expect(json.commits).toBe(2);
  });
});
