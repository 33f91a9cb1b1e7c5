import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverComment } from '../fakes/github/index.ts';
import { type FakeModel, startFakeModel } from '../fakes/model/index.ts';
import { botComments, openPullRequest, type Scenario, settled } from './scenario.ts';
import { type Product, startProduct } from './start-product.ts';

let model: FakeModel;
let product: Product;
beforeAll(async () => {
  model = await startFakeModel();
  product = await startProduct({
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.baseUrl,
    DEVOPS_MODEL: 'gpt-of-these-tests',
  });
});
afterAll(async () => {
  await product.close();
  await model.close();
});

async function comment({ repository, pullRequest }: Scenario, body: string): Promise<readonly string[]> {
  await deliverComment(product.github.state, repository, {
    issue: pullRequest.number,
    author: 'mona',
    body,
  });
  await settled(product);
  return botComments(repository).map(({ body: text }) => text);
}

describe('/devops describe', () => {
  it('shows a draft, and writes it between its markers only when it is told to', async () => {
    model.answer = () =>
      JSON.stringify({ title: 'Add totals', description: 'Adds totals. Closes #1, @octocat <img src=x>' });
    const scenario = openPullRequest(product, {
      files: { 'src/a.ts': 'f();\n' },
      body: 'Mine: keep @this #2.',
    });
    const [draft = ''] = await comment(scenario, '/devops describe');
    expect(draft).toContain('**Title:** `Add totals`');
    expect(draft).toContain('Drafted by gpt-of-these-tests');
    expect(scenario.pullRequest.body).toBe('Mine: keep @this #2.');
    await comment(scenario, '/devops describe --apply');
    const { body } =
      scenario.repository.pullRequests.get(scenario.pullRequest.number) ?? scenario.pullRequest;
    expect(body.startsWith('Mine: keep @this #2.\n\n<!-- devops:description:start -->\n')).toBe(true);
    expect(body).toContain('Closes #&#8203;1, @&#8203;octocat &lt;img src=x&gt;');
    expect(botComments(scenario.repository)).toHaveLength(1);
  });

  it('falls back to commits and files when the model is of no use', async () => {
    model.answer = () => 'no JSON';
    const scenario = openPullRequest(product, { files: { 'src/a.ts': 'f();\n' } });
    const [draft = ''] = await comment(scenario, '/devops describe');
    expect(draft).toContain('From commits and files: the model gave no usable answer');
    expect(draft).toContain('`src`: 1 file, +1 −0');
  });
});

describe('/devops changelog', () => {
  it('drafts an entry in the repository’s own style', async () => {
    model.answer = () => JSON.stringify({ lines: [{ section: 'Fixed', text: 'Totals are right again' }] });
    const scenario = openPullRequest(product, {
      base: { 'CHANGELOG.md': '# Changelog\n\n## 1.0\n\n* One (#1)\n* Two (#2)\n' },
      files: { 'src/a.ts': 'f();\n' },
    });
    const [entry = ''] = await comment(scenario, '/devops changelog');
    expect(entry).toContain(`* Totals are right again (#${scenario.pullRequest.number})`);
    expect(entry).toContain('In the style of `CHANGELOG.md`.');
  });
});

describe('/devops ask', () => {
  it('links places that are there, and drops those that are not', async () => {
    const answer = 'See src/a.ts#L1. Also src/a.ts#L99 and [here](https://evil.example/a.ts#L1).';
    model.answer = () => JSON.stringify({ answer, command: null, gaps: [] });
    const scenario = openPullRequest(product, { files: { 'src/a.ts': 'f();\n' } });
    const [said = ''] = await comment(scenario, '/devops ask where is it?');
    expect(said).toContain(`/blob/${scenario.pullRequest.headSha}/src/a.ts#L1)`);
    expect(said).toContain('(a place that does not exist)');
    expect(said).toContain('One place that the answer named does not exist at this commit');
    expect(said).not.toMatch(/\]\(https:\/\/evil/);
  });
});
