import { Buffer } from 'node:buffer';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FileChange } from '../fakes/github/git-repository.ts';
import { deliverPullRequest } from '../fakes/github/index.ts';
import { botComments, dangerousWorkflow, openPullRequest, review, reviewed, settled } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  product.github.intercept = undefined;
});
afterAll(() => product.close());

const workflow = '.github/workflows/build.yml';

/** So many harmless files, and a dangerous workflow whose path sorts last. */
function many(count: number): Readonly<Record<string, FileChange>> {
  const files: Record<string, FileChange> = {};
  for (let index = 1; index < count; index++)
    files[`.a/${String(index).padStart(5, '0')}.txt`] = `${index}\n`;
  return { ...files, [workflow]: dangerousWorkflow };
}

/** The review's conclusion, the annotated lines, and everything it said. */
async function reviewOf(
  files: Readonly<Record<string, FileChange>>,
  base?: Readonly<Record<string, FileChange>>,
) {
  const scenario = openPullRequest(product, base === undefined ? { files } : { files, base });
  const check = await review(product, scenario);
  return {
    conclusion: check.fields.conclusion,
    places: check.annotations.map(({ path, start_line: line }) => `${path}:${line}`),
    said: [
      check.fields.output?.title,
      check.fields.output?.summary,
      ...botComments(scenario.repository).map(({ body }) => body),
    ].join('\n'),
  };
}

describe('a large change', () => {
  it.each([101, 301])('of %i files is read whole', async count => {
    const { conclusion, places, said } = await reviewOf(many(count));
    expect(conclusion).toBe('failure');
    expect(places).toContain(`${workflow}:7`);
    expect(said).toContain(`${count} files`);
    expect(said).not.toMatch(/incomplete/i);
  });

  it('of more files than GitHub lists is incomplete, and says how many are missing', async () => {
    // The dangerous one is not among the first 3,000: nothing may claim that the change is clean.
    const { conclusion, said } = await reviewOf(many(3001));
    expect(conclusion).not.toBe('success');
    expect(said).toMatch(/incomplete/i);
    expect(said).toContain('1 of 3001 changed files were not listed by GitHub');
  });
});

describe('a file that', () => {
  const danger =
    'import { exec } from "node:child_process";\nexport const run = (request) => exec(`ls ${request.query.path}`);\n';
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => `export const value${index} = ${index};\n`).join('');

  it('is so large that GitHub leaves its patch out is reviewed where it changed', async () => {
    const { places } = await reviewOf(
      { 'src/big.js': `${lines(4000).replaceAll('= ', '= 1 + ')}${danger}` },
      { 'src/big.js': lines(4000) },
    );
    expect(places).toEqual(['src/big.js:4002']);
  });

  it('is longer than GraphQL gives is read in another way', async () => {
    const { places, said } = await reviewOf({ 'src/long.js': `${'// a comment\n'.repeat(45_000)}${danger}` });
    expect(places).toEqual(['src/long.js:45002']);
    expect(said).not.toMatch(/incomplete/i);
  });

  it('is renamed and changed is found also where GitHub shows no counts any more', async () => {
    // Past 20,000 lines of a response GitHub shows 0 changes and no patch, as of a file that was only renamed.
    const padding = { '.a/1.txt': 'a\n'.repeat(15_000), '.a/2.txt': 'b\n'.repeat(6000) };
    const { places, said } = await reviewOf(
      { ...padding, 'old.js': null, 'new.js': `${lines(30)}${danger}`, 'same.js': null, 'moved.js': danger },
      { 'old.js': lines(30), 'same.js': danger },
    );
    expect(places).toEqual(['new.js:32']);
    expect(said).not.toMatch(/incomplete/i);
  });

  it('is over a megabyte makes the result incomplete and is named', async () => {
    const { conclusion, said } = await reviewOf({ 'src/huge.js': 'const a = 1;\n'.repeat(90_000) });
    expect(conclusion).toBe('neutral');
    expect(said).toContain('src/huge.js');
  });

  it.each<
    readonly [string, Readonly<Record<string, FileChange>>, Readonly<Record<string, FileChange>>, string[]]
  >([
    ['is only renamed says nothing new', { 'old.js': null, 'new.js': danger }, { 'old.js': danger }, []],
    [
      'is renamed and changed is looked at where it changed',
      { 'old.js': null, 'new.js': `${lines(30)}${danger}` },
      { 'old.js': lines(30) },
      ['new.js:32'],
    ],
    [
      'becomes a workflow by its new name is looked at whole',
      { 'docs/example.yml': null, [workflow]: dangerousWorkflow },
      { 'docs/example.yml': dangerousWorkflow },
      [`${workflow}:1`, `${workflow}:7`],
    ],
    [
      'becomes code by its new name is looked at whole',
      { 'run.txt': null, 'run.js': danger },
      { 'run.txt': danger },
      ['run.js:2'],
    ],
    [
      'ends its lines with CR LF is found at the right line',
      { 'a.js': danger.replaceAll('\n', '\r\n') },
      {},
      ['a.js:2'],
    ],
    ['ends without a line break is looked at', { 'a.js': danger.trimEnd() }, {}, ['a.js:2']],
    [
      'holds invalid UTF-8 is looked at',
      { 'a.js': Buffer.concat([Buffer.from([0x2f, 0x2f, 0xff, 0xfe, 0x0a]), Buffer.from(danger)]) },
      {},
      ['a.js:3'],
    ],
    ['begins with a byte order mark is looked at', { 'a.js': `\uFEFF${danger}` }, {}, ['a.js:2']],
    ['is deleted is no finding', { 'a.js': null, 'b.txt': 'b\n' }, { 'a.js': danger }, []],
    ['is binary is no finding', { 'a.bin': Buffer.from([0, 1, 2, 0, 255]) }, {}, []],
    [
      'has a quoted and blank-filled name is found',
      { 'src/a "b" ü\\c.js': danger },
      {},
      ['src/a "b" ü\\c.js:2'],
    ],
  ])('%s', async (_name, files, base, places) => {
    const result = await reviewOf(files, { 'README.md': '# A repository\n', ...base });
    expect(result.places).toEqual(places);
    expect(result.conclusion).toBe(places.length > 0 ? 'failure' : 'success');
    expect(result.said).not.toMatch(/incomplete/i);
  });

  it('is a submodule makes the result incomplete', async () => {
    const { conclusion, said } = await reviewOf({ 'vendor/lib': { submodule: '1'.repeat(40) } });
    expect(conclusion).toBe('neutral');
    expect(said).toContain('vendor/lib');
  });

  it('is a symbolic link is not followed', async () => {
    const { conclusion, places } = await reviewOf({
      'src/link.js': { symlink: '../../../../etc/passwd' },
      [workflow]: { symlink: '../../docs/other.yml' },
    });
    expect(places).toEqual([]);
    expect(conclusion).not.toBe('failure');
  });
});

describe('a head that moves during the review', () => {
  it('leaves the comment to the newer head’s run, and still completes the old check', async () => {
    const scenario = openPullRequest(product, { files: { [workflow]: dangerousWorkflow } });
    const { repository, pullRequest } = scenario;
    const oldSha = pullRequest.headSha;
    let moved = false;
    product.github.intercept = async (request, phase) => {
      // The change was listed for the old head; the conversation, read last, tells the new one.
      if (!moved && phase === 'done' && request.operation.endsWith('/files')) {
        moved = true;
        repository.push('change', { [workflow]: null, 'a.ts': 'export {};\n' });
      }
      return undefined;
    };
    await deliverPullRequest(product.github.state, repository, pullRequest, 'opened');
    await reviewed(repository, oldSha);
    await settled(product);
    expect(pullRequest.headSha).not.toBe(oldSha);
    expect(botComments(repository)).toEqual([]);

    await review(product, scenario, 'synchronize');
    await settled(product);
    expect(botComments(repository)).toEqual([]);
    expect([...repository.checkRuns.values()].map(({ headSha, fields }) => [headSha, fields.status])).toEqual(
      [
        [oldSha, 'completed'],
        [pullRequest.headSha, 'completed'],
      ],
    );
  });

  it('of a delivery that comes late is not reviewed again', async () => {
    const scenario = openPullRequest(product, { files: { [workflow]: dangerousWorkflow } });
    const { repository, pullRequest } = scenario;
    const late = { ...pullRequest };
    repository.push('change', { 'a.ts': 'export {};\n' });
    await review(product, scenario, 'synchronize');
    await deliverPullRequest(product.github.state, repository, late, 'opened');
    await settled(product);
    expect(repository.checkRuns.size).toBe(1);
    expect(botComments(repository)).toHaveLength(1);
  });
});

describe('a pull request', () => {
  const files = { [workflow]: dangerousWorkflow };

  it.each([
    ['that is a draft', { draft: true }, 'draft'],
    ['by a bot', { author: 'renovate[bot]' }, 'bot-author'],
  ])('%s waits until it is asked for', async (_name, options, code) => {
    const scenario = openPullRequest(product, { files, ...options });
    await deliverPullRequest(product.github.state, scenario.repository, scenario.pullRequest, 'opened');
    await settled(product);
    expect(scenario.repository.checkRuns.size).toBe(0);
    expect(product.log()).toContain(`"reasonCode":"${code}"`);
  });

  it('that was closed meanwhile is left alone', async () => {
    const scenario = openPullRequest(product, { files });
    scenario.pullRequest.state = 'closed';
    await deliverPullRequest(product.github.state, scenario.repository, scenario.pullRequest, 'opened');
    await settled(product);
    expect(scenario.repository.checkRuns.size).toBe(0);
    expect(botComments(scenario.repository)).toEqual([]);
  });

  it.each([
    ['from a fork', { fork: true }],
    ['from a fork that was deleted', { fork: true, forkDeleted: true }],
    ['of a deleted account', { author: 'ghost' }],
  ])('%s is reviewed', async (_name, options) => {
    const scenario = openPullRequest(product, { files, ...options });
    expect((await review(product, scenario)).fields.conclusion).toBe('failure');
    expect(botComments(scenario.repository)).toHaveLength(1);
  });

  it('that was a draft is reviewed when it is ready', async () => {
    const scenario = openPullRequest(product, { files, draft: true });
    scenario.pullRequest.draft = false;
    expect((await review(product, scenario, 'ready_for_review')).fields.conclusion).toBe('failure');
  });
});
