import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deliverMergeGroup } from '../fakes/github/index.ts';
import { botComments, dangerousWorkflow, openPullRequest, review, reviewed } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterEach(() => {
  product.github.intercept = undefined;
});
afterAll(() => product.close());

const policyFile = '.github/devops.yml';
const workflow = '.github/workflows/build.yml';
const files = { [workflow]: dangerousWorkflow };

describe('a broken .github/devops.yml', () => {
  it('in a pull request is a finding on its line, with what was meant', async () => {
    const scenario = openPullRequest(product, {
      files: { [policyFile]: 'review:\n  drafts: true\n  fail-onn: high\n' },
    });
    const check = await review(product, scenario);
    expect(check.fields.conclusion).toBe('failure');
    expect(check.annotations).toContainEqual(
      expect.objectContaining({ path: policyFile, start_line: 3, annotation_level: 'failure' }),
    );
    expect(botComments(scenario.repository)[0]?.body).toContain('Did you mean');
    expect(botComments(scenario.repository)[0]?.body).toContain('fail-on');
  });

  it.each([
    ['no YAML', 'review: [\n'],
    ['a wrong type', 'review:\n  drafts: perhaps\n'],
    ['an unknown key', 'reviews:\n  enabled: false\n'],
    ['a bad glob', 'review:\n  exclude: ["[a"]\n'],
  ])('on the default branch (%s) falls back to the defaults and says so', async (_name, text) => {
    const scenario = openPullRequest(product, { files, base: { [policyFile]: text } });
    const check = await review(product, scenario);
    expect(check.fields.conclusion).toBe('failure');
    const [comment] = botComments(scenario.repository);
    expect(comment?.body).toContain('[!WARNING]');
    expect(comment?.body).toContain('on the default branch has errors');
  });

  it('that is too long to be read is not used, neither for pull requests nor for the merge queue', async () => {
    const { repository, pullRequest } = openPullRequest(product, {
      files,
      base: { [policyFile]: `review:\n  fail-on: never\n# ${'x'.repeat(600_000)}\n` },
    });
    const check = await review(product, { repository, pullRequest });
    expect(check.fields.conclusion).toBe('failure');
    expect(botComments(repository)[0]?.body).toContain('longer than 256000 characters');
    const headSha = repository.push('queue', files);
    await deliverMergeGroup(product.github.state, repository, {
      headSha,
      baseSha: repository.git.resolve('refs/heads/main') ?? '',
      headRef: 'refs/heads/gh-readonly-queue/main/pr-9-0000000',
    });
    expect((await reviewed(repository, headSha)).fields.conclusion).toBe('failure');
  });

  it('on the default branch is said on a clean change too', async () => {
    const scenario = openPullRequest(product, {
      files: { 'a.ts': 'export {};\n' },
      base: { [policyFile]: 'reviews: {}\n' },
    });
    await review(product, scenario);
    expect(botComments(scenario.repository)[0]?.body).toContain('on the default branch has errors');
  });
});

describe('the policy of a pull request', () => {
  it.each([
    ['switches the review off', 'review:\n  enabled: false\n'],
    ['never fails', 'review:\n  fail-on: never\n'],
    ['excludes its own files', 'review:\n  exclude: ["**"]\n'],
    [
      'switches the rules off',
      'review:\n  rules:\n    template-injection: off\n    dangerous-triggers: off\n',
    ],
    ['reports only what is critical', 'review:\n  report-from: critical\n'],
  ])('that %s has no effect on itself, and has one when it is merged', async (_name, text) => {
    const editing = openPullRequest(product, { files: { ...files, [policyFile]: text } });
    expect((await review(product, editing)).fields.conclusion).toBe('failure');
    expect(botComments(editing.repository)[0]?.body).toContain('template-injection');
  });

  it('counts what it hides once it is on the default branch', async () => {
    const scenario = openPullRequest(product, {
      files,
      base: { [policyFile]: 'review:\n  exclude: [".github/**"]\n' },
    });
    const check = await review(product, scenario);
    expect(check.fields.conclusion).toBe('success');
    expect(check.fields.output?.summary).toMatch(/\d+ not shown \(threshold, excluded paths/);
  });
});

describe('the policy of an organisation', () => {
  const organisation = (owner: string, text: string): void => {
    product.github.state.repository({ owner, name: '.github', files: { [policyFile]: text } });
  };

  it('holds where the repository says nothing', async () => {
    organisation('quiet', 'review:\n  fail-on: never\n');
    const scenario = openPullRequest(product, { owner: 'quiet', files });
    expect((await review(product, scenario)).fields.conclusion).not.toBe('failure');
  });

  it.each([
    ['the threshold', 'review:\n  fail-on: never\n'],
    ['the paths', 'review:\n  exclude: ["**"]\n'],
    ['the rules', 'review:\n  rules:\n    template-injection: off\n    dangerous-triggers: off\n'],
    ['the review itself', 'review:\n  enabled: false\n'],
  ])('is not loosened by a repository in %s, which is told', async (name, text) => {
    const owner = `strict-${name.replaceAll(' ', '-')}`;
    organisation(owner, 'review:\n  fail-on: high\n');
    const scenario = openPullRequest(product, { owner, files, base: { [policyFile]: text } });
    expect((await review(product, scenario)).fields.conclusion).toBe('failure');
    expect(botComments(scenario.repository)[0]?.body).toContain('tighten it, not loosen it');
  });

  it('is tightened by a repository', async () => {
    organisation('lenient', 'review:\n  fail-on: critical\n');
    const tight = { [policyFile]: 'review:\n  fail-on: medium\n' };
    const scenario = openPullRequest(product, { owner: 'lenient', files, base: tight });
    expect((await review(product, scenario)).fields.conclusion).toBe('failure');
    const loose = openPullRequest(product, { owner: 'lenient', files });
    expect((await review(product, loose)).fields.conclusion).not.toBe('failure');
  });

  it('that is broken is left out with a warning', async () => {
    organisation('broken', 'review:\n  fail-onn: never\n');
    const scenario = openPullRequest(product, { owner: 'broken', files });
    expect((await review(product, scenario)).fields.conclusion).toBe('failure');
    expect(botComments(scenario.repository)[0]?.body).toContain('broken/.github');
  });
});
